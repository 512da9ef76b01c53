import { billsOf } from '../bills.ts'
import { marks, search, show } from '../clouds.ts'
import { exportedInvoice } from '../exported-invoice.ts'
import { nowOf, oneMore } from '../host-edit.ts'
import { type Step, same } from '../step.ts'

export const editApproved: Step = {
  name: 'edit-approved',
  title: 'Edit it again after its bill was approved: red, explained, accepted as it is',
  async play(world) {
    const { invoices } = world
    await show(invoices, {})
    const invoice = await exportedInvoice(world)
    const [bill] = billsOf(await world.ledger.bills(), invoice)
    if (!bill) throw new Error('The invoice has no bill')
    const ledger = await world.open(bill.url)
    await ledger.click('button', 'Approve')
    await ledger.find('button', 'Pay')
    await world.shot('ledger', ledger)
    await ledger.page.close()
    await invoices.page.bringToFront()

    await oneMore(world, invoice)
    await search(invoices, invoice.invoiceNo)
    const [red] = await invoices.until(
      () => marks(invoices, 'failed'),
      found => found.length === 1,
      60_000,
    )
    if (!red) throw new Error('The cloud did not turn red')
    await invoices.clickOn(red)
    await invoices.find('dialog', /(?:)/)
    await world.shot('invalid-modification')
    await invoices.click('button', 'Accept as is')
    await invoices.until(
      () => marks(invoices),
      found => found.length === 1 && found.every(({ name }) => name.startsWith('Exported')),
      30_000,
    )
    const [after, ...more] = billsOf(await world.ledger.bills(), invoice)
    same('Further bills of the invoice', more, [])
    same('The bill in the ledger', [after?.status, after?.total], ['AUTHORISED', bill.total])
    return { invoice: (await nowOf(world, invoice)).total, bill: bill.total }
  },
}
