import { allStand, billsOf } from '../bills.ts'
import { marks, search, show } from '../clouds.ts'
import { exportedInvoice } from '../exported-invoice.ts'
import { nowOf, oneMore } from '../host-edit.ts'
import { type Step, same } from '../step.ts'

export const editDraft: Step = {
  name: 'edit-draft',
  title: 'Edit an exported invoice while its bill is a draft; the bill follows',
  async play(world) {
    await show(world.invoices, {})
    const invoice = await exportedInvoice(world)
    const [before] = billsOf(await world.ledger.bills(), invoice)
    await oneMore(world, invoice)
    const edited = await nowOf(world, invoice)
    if (edited.total === invoice.total) throw new Error('The edit changed nothing')
    await allStand(world, [edited])
    const [after] = billsOf(await world.ledger.bills(), invoice)
    same('The bill that was updated', after?.id, before?.id)
    await search(world.invoices, invoice.invoiceNo)
    await world.invoices.until(
      () => marks(world.invoices),
      found => found.length === 1 && found.every(({ name }) => name.startsWith('Exported')),
      30_000,
    )
    return { from: invoice.total, to: edited.total }
  },
}
