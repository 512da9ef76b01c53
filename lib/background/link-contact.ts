import { say } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { changeMapping } from './change-mapping.ts'

/** A supplier → a contact of the outlet's ledger (null: looked up by name again). */
export const linkContact: Handler<'link-contact'> = async (app, change, sender) => {
  const { outletId, supplierId, contactId } = change
  const supplier = await app.store.suppliers.get([outletId, supplierId])
  const connection = (await app.store.outlets.get(outletId))?.connection
  const lists = connection && (await app.store.lists.get(connection.id))?.lists
  const contact = lists?.contacts.find(({ id }) => id === contactId)
  const name = supplier?.name ?? supplierId
  const text =
    contactId === null
      ? say('log.unlinked-contact', { supplier: name })
      : say('log.linked-contact', { supplier: name, contact: contact?.name ?? contactId })
  const line = { kind: 'linked-contact' as const, text, outletId }
  await changeMapping(app, [{ kind: 'supplier-contact', ...change }], line, sender)
  return { ok: true, said: `${text}.` }
}
