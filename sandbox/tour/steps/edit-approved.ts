import { billsOf } from '../bills.ts'
import { onlyMark, search, show } from '../clouds.ts'
import { exportedInvoice } from '../exported-invoice.ts'
import { nowOf, oneMore } from '../host-edit.ts'
import { type Step, same } from '../step.ts'
import type { World } from '../world.ts'

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
    await invoices.find('button', 'Open the bill')
    await world.shot('invalid-modification')
    await invoices.click('button', 'Compare with the bill')
    await invoices.find('columnheader', 'Bill')
    const after = await nowOf(world, invoice)
    same('The totals side by side', await totalsCompared(world), [after.total, bill.total])
    await world.shot('side-by-side')
    await invoices.click('button', 'Accept as is')
    await onlyMark(invoices, ['exported'], 30_000)
    await invoices.page.keyboard.press('Escape')
    const standing = billsOf(await world.ledger.bills(), invoice)
    same(
      'The bills in the ledger',
      standing.map(({ status, total }) => [status, total]),
      [['AUTHORISED', bill.total]],
    )
    return { invoice: after.total, bill: bill.total }
  },
}

/** What the comparison's last row says, as plain decimals: the invoice's total and the bill's. */
async function totalsCompared({ invoices }: World): Promise<string[]> {
  const cells = await invoices.all('cell')
  return cells.slice(-2).map(({ name }) => name.replaceAll(',', ''))
}
