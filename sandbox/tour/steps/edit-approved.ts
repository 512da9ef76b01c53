import { billsOf } from '../bills.ts'
import { onlyMark, search, show } from '../clouds.ts'
import { exportedInvoice } from '../exported-invoice.ts'
import { nowOf, oneMore } from '../host-edit.ts'
import { type Step, same } from '../step.ts'

export const editApproved: Step = {
  name: 'edit-approved',
  title: 'Edit it again after its bill was approved: red, explained, accepted as it is',
  async play(world) {
    const { invoices } = world
    await show(invoices)
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
    const red = await onlyMark(invoices, ['failed'], 60_000)
    await invoices.clickOn(red)
    const accept = await invoices.find('button', 'Accept as is')
    await invoices.find('button', 'Open the bill')
    await world.shot('invalid-modification')
    await invoices.clickOn(accept)
    await onlyMark(invoices, ['exported'], 30_000)
    await invoices.page.keyboard.press('Escape')
    const standing = billsOf(await world.ledger.bills(), invoice)
    same(
      'The bills in the ledger',
      standing.map(({ status, total }) => [status, total]),
      [['AUTHORISED', bill.total]],
    )
    return { invoice: (await nowOf(world, invoice)).total, bill: bill.total }
  },
}
