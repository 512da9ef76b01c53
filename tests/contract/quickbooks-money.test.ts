import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildBill } from '#lib/domain/build-bill.ts'
import type { BillId } from '#lib/domain/ids.ts'
import type { Invoice } from '#lib/domain/invoice.ts'
import type { LedgerLists } from '#lib/domain/ledger-lists.ts'
import { add, type Money, multiply, percentOf, subtract, sum } from '#lib/domain/money.ts'
import type { BillToMake, Ledger } from '#server/ledger/port.ts'
import { createQuickbooksLedger } from '#server/ledger/quickbooks/quickbooks-ledger.ts'
import { aDetail, aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { controlled, KNOWN, type QuickbooksStage, quickbooksStage } from './quickbooks-stage.ts'

interface Posted {
  number: string
  total: string
  totalTax: string
  taxLines: { percent: number; amount: string }[]
}

let stage: QuickbooksStage
let ledger: Ledger
let lists: LedgerLists
beforeAll(async () => {
  stage = await quickbooksStage({}, 'Canal')
  ledger = createQuickbooksLedger(stage.company)
  lists = await ledger.lists()
})
afterAll(() => stage?.sandbox.close())

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 99_999 }).map(thousandths => (thousandths / 1000).toFixed(3)),
  unitPrice: fc.integer({ min: 0, max: 999_999 }).map(parts => (parts / 10_000).toFixed(4)),
  taxRate: fc.constantFrom('0', '9', '21'),
})
const invoices = fc.array(
  fc.record({ lines: fc.array(line, { minLength: 1, maxLength: 12 }), inclusive: fc.boolean() }),
  { minLength: 1, maxLength: 30 },
)

let printed = 0
/** An invoice that rounds its tax once per rate, as a supplier prints it. */
function invoiceOf({ lines, inclusive }: { lines: object[]; inclusive: boolean }): Invoice {
  printed += 1
  const items = lines.map((one, index) => aLine(`Item ${index}`, { ...one, group: 'Food' }))
  const rates = [...new Set(items.map(({ taxRate }) => taxRate))]
  const taxes = rates.map(rate => {
    const amounts = sum(items.filter(({ taxRate }) => taxRate === rate).map(({ amount }) => amount))
    const taxable = inclusive ? withoutTax(amounts, rate) : amounts
    return { rate, taxable, tax: inclusive ? subtract(amounts, taxable) : percentOf(amounts, rate) }
  })
  const [net, taxTotal] = [sum(taxes.map(({ taxable }) => taxable)), sum(taxes.map(({ tax }) => tax))]
  const detail = aDetail({
    amountsIncludeTax: inclusive,
    lines: items,
    taxes,
    subtotal: net,
    taxTotal,
    total: add(net, taxTotal),
  })
  return anInvoice({
    number: `M-${printed}`,
    currency: 'EUR',
    supplier: { id: 's-1', name: KNOWN },
    detail,
  })
}

function withoutTax(amount: Money, rate: string): Money {
  return multiply((100 / (100 + Number(rate))).toFixed(6) as Money, amount)
}

function toMake(invoice: Invoice): BillToMake {
  const mapping = aMapping({ accounts: { Food: '310' } })
  const built = buildBill({ invoice, outlet: anOutlet(), mapping, lists })
  if (!built.ok) throw new Error(built.failure.raw)
  return { bill: built.bill, link: `http://localhost:4700/go/outlet-1/${invoice.number}` }
}

/** What QuickBooks holds, compared with what the invoice prints. */
async function compared(some: readonly Invoice[]): Promise<void> {
  const path = `/companies/${stage.books.realmId}/bills`
  const { bills } = (await controlled(stage.sandbox, 'GET', path)) as { bills: Posted[] }
  for (const { number, detail } of some) {
    const bill = bills.find(one => one.number === number)
    expect([bill?.total, bill?.totalTax]).toEqual([detail?.total, detail?.taxTotal])
    const taxes = detail?.taxes.map(({ rate, tax }) => `${rate} % ${tax}`).sort()
    expect(bill?.taxLines.map(({ percent, amount }) => `${percent} % ${amount}`).sort()).toEqual(taxes)
  }
}

it('posts every invoice with its total and its tax of each rate to the cent, whatever its amounts include', async () => {
  await fc.assert(
    fc.asyncProperty(invoices, async drawn => {
      const some = drawn.map(invoiceOf)
      const bills = some.map(toMake)
      const outcomes = await ledger.create(bills, `key-${printed}`)
      expect(outcomes.map(({ kind }) => kind)).toEqual(some.map(() => 'posted'))
      await compared(some)
    }),
    { numRuns: 20 },
  )
})

it('does so when it changes a bill, too', async () => {
  const cents = (quantity: string) => ({ quantity, unitPrice: '0.0500', taxRate: '9' })
  const before = invoiceOf({ lines: [cents('1.000')], inclusive: false })
  const [made] = await ledger.create([toMake(before)], 'key-before')
  const after = {
    ...invoiceOf({ lines: Array(3).fill(cents('1.000')), inclusive: true }),
    number: before.number,
  }
  const id = (made?.kind === 'posted' ? made.bill.id : '') as BillId
  expect(await ledger.update([{ ...toMake(after), id }], 'key-after')).toMatchObject([{ kind: 'posted' }])
  await compared([after])
})
