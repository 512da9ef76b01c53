import { allStand, billsOf } from '../bills.ts'
import { onlyMark, search, show } from '../clouds.ts'
import { exportedInvoice } from '../exported-invoice.ts'
import { nowOf, oneMore } from '../host-edit.ts'
import { type Step, same } from '../step.ts'

export const editDraft: Step = {
  name: 'edit-draft',
  title: 'Edit an exported invoice while its bill is a draft; the bill follows',
  async play(world) {
    await show(world.invoices)
    const invoice = await exportedInvoice(world)
    const [before] = billsOf(await world.ledger.bills(), invoice)
    await oneMore(world, invoice)
    const edited = await nowOf(world, invoice)
    same('Whether the edit changed the total', edited.total === invoice.total, false)
    await allStand(world, [edited])
    const [after] = billsOf(await world.ledger.bills(), invoice)
    same('The bill that was updated', after?.id, before?.id)
    await search(world.invoices, invoice.invoiceNo)
    await onlyMark(world.invoices, ['exported'], 30_000)
    return { from: invoice.total, to: edited.total }
  },
}
