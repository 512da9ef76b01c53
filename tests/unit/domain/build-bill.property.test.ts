import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BillToPost } from '#lib/domain/bill.ts'
import { type BuiltBill, buildBill } from '#lib/domain/build-bill.ts'
import type { Invoice } from '#lib/domain/invoice.ts'
import { postedDecimals } from '#lib/domain/money.ts'
import { Posting } from '#lib/domain/posting.ts'
import { anyDrawn, groups, printedBy, printedTotals, rates } from '#tests/builders/any-invoice.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { ublInvoices } from '#tests/builders/ubl-invoices.ts'

const lists = someLists({
  taxRates: rates.map(rate => ({ code: `T${rate}`, name: rate, rate, active: true, purchases: true })),
})
const mapping = aMapping({
  accounts: Object.fromEntries(groups.map((group, index) => [group, `31${index % 2}`])),
})

function build(invoice: Invoice, posting: object = {}): BuiltBill {
  return buildBill({ invoice, outlet: anOutlet({ posting: Posting.parse(posting) }), mapping, lists })
}

function built(invoice: Invoice, posting: object = {}): BillToPost {
  const result = build(invoice, posting)
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.raw}`)
  return result.bill
}

const added = (values: readonly string[]) => values.reduce((all, value) => all.plus(value), new Big(0))

/** What a bill comes to, added up line by line as a ledger does. */
function postedTotals({ lines, amountsIncludeTax }: BillToPost) {
  const tax = added(lines.map(line => line.tax))
  const amounts = added(lines.map(line => line.amount))
  const taxes = new Map<string, Big>()
  for (const line of lines) taxes.set(line.taxRate, (taxes.get(line.taxRate) ?? new Big(0)).plus(line.tax))
  return {
    net: (amountsIncludeTax ? amounts.minus(tax) : amounts).toFixed(),
    total: (amountsIncludeTax ? amounts : amounts.plus(tax)).toFixed(),
    taxes: Object.fromEntries(
      [...taxes].filter(([, one]) => !one.eq(0)).map(([rate, one]) => [rate, one.toFixed()]),
    ),
  }
}

const cents = anyDrawn({
  currencies: [
    { code: 'SGD', decimals: 2 },
    { code: 'JPY', decimals: 0 },
  ],
})
const runs = { numRuns: 400 }

describe('buildBill, of any invoice', () => {
  it('posts its net, its tax of each rate and its total to the cent, by lines and by groups', () => {
    fc.assert(
      fc.property(cents, fc.constantFrom('each', 'by-group'), (drawn, lines) => {
        const invoice = printedBy(drawn)
        const bill = built(invoice, { lines })
        expect(postedTotals(bill)).toEqual(printedTotals(invoice))
        expect([bill.total, bill.taxTotal].map(Number)).toEqual(
          [printedTotals(invoice).total, added(Object.values(printedTotals(invoice).taxes)).toFixed()].map(
            Number,
          ),
        )
      }),
      runs,
    )
  })

  it('posts lines that a ledger’s own arithmetic bears out', () => {
    fc.assert(
      fc.property(cents, fc.constantFrom('each', 'by-group'), (drawn, lines) => {
        const bill = built(printedBy(drawn), { lines })
        const decimals = postedDecimals(bill.currency)
        for (const { quantity, unitAmount, amount, tax } of bill.lines) {
          expect(new Big(quantity).times(unitAmount).round(2, Big.roundHalfUp).toFixed()).toBe(
            new Big(amount).toFixed(),
          )
          for (const value of [quantity, unitAmount])
            expect((value.split('.')[1] ?? '').length).toBeLessThan(5)
          for (const value of [amount, tax]) expect((value.split('.')[1] ?? '').length).toBe(decimals)
          expect(new Big(tax).abs().lte(new Big(amount).abs()) && new Big(tax).times(amount).gte(0)).toBe(
            true,
          )
        }
      }),
      runs,
    )
  })

  it('is a credit with positive totals where money comes back', () => {
    fc.assert(
      fc.property(cents, drawn => {
        const invoice = printedBy(drawn)
        const bill = built(invoice)
        const back = drawn.creditNote || new Big(invoice.total).lt(0)
        expect(bill.kind).toBe(back ? 'credit' : 'bill')
      }),
      runs,
    )
  })

  it('of thousandths posts the very same or nothing', () => {
    const dinars = anyDrawn({ currencies: [{ code: 'KWD', decimals: 3 }] })
    fc.assert(
      fc.property(dinars, drawn => {
        const invoice = printedBy(drawn)
        const result = build(invoice)
        if (result.ok) expect(postedTotals(result.bill)).toEqual(printedTotals(invoice))
        else expect(result.failure.code).toBe('totals-differ')
      }),
      runs,
    )
  })

  it('closes a difference within the tolerance in sight, and beyond it stops with both totals', () => {
    const off = fc.integer({ min: -12, max: 12 }).filter(one => one !== 0)
    const sgd = anyDrawn({ currencies: [{ code: 'SGD', decimals: 2 }] }).map(drawn => ({
      ...drawn,
      amounts: 'rounded' as const,
    }))
    fc.assert(
      fc.property(sgd, off, (drawn, by) => {
        const invoice = printedBy({ ...drawn, creditNote: false })
        const { detail } = invoice
        fc.pre(detail !== null && new Big(detail.total).gt(1))
        if (detail === null) return
        const total = new Big(detail.total).plus(by / 100).toFixed(2)
        const result = build({ ...invoice, detail: { ...detail, total: total as typeof detail.total } })
        if (Math.abs(by) > 5) {
          expect(result).toMatchObject({ ok: false, failure: { code: 'totals-differ' } })
          const raw = result.ok ? '' : result.failure.raw
          for (const one of [total, detail.total]) expect(raw).toContain(one)
          return
        }
        expect(result).toMatchObject({ ok: true, bill: { total } })
        expect(result.ok && result.bill.lines.at(-1)).toMatchObject({
          description: 'Rounding',
          amount: (by / 100).toFixed(2),
          tax: '0.00',
        })
      }),
      runs,
    )
  })

  it('stops at a tax that no rounding explains', () => {
    fc.assert(
      fc.property(cents, fc.constantFrom(...rates), (drawn, rate) => {
        const invoice = printedBy(drawn)
        const { detail } = invoice
        fc.pre(detail?.taxes.some(tax => tax.rate === rate) ?? false)
        if (detail === null) return
        // More than all roundings together, and more than the tolerance.
        const wrong = (value: string) =>
          new Big(value).plus(2 * (detail.lines.length + detail.charges.length) + 2).toFixed()
        const taxes = detail.taxes.map(tax => (tax.rate === rate ? { ...tax, tax: wrong(tax.tax) } : tax))
        const changed = { ...detail, taxes, taxTotal: wrong(detail.taxTotal), total: wrong(detail.total) }
        expect(build({ ...invoice, detail: changed as typeof detail })).toMatchObject({
          ok: false,
          failure: { code: 'totals-differ' },
        })
      }),
      runs,
    )
  })

  it('says the same of the same invoice however it is posted', () => {
    fc.assert(
      fc.property(cents, drawn => {
        const invoice = printedBy(drawn)
        const posting = {
          lines: 'by-group',
          tolerance: '1',
          chargeAccounts: { delivery: '311', rounding: '310' },
        }
        expect(built(invoice, posting).content).toBe(built(invoice).content)
      }),
      { numRuns: 100 },
    )
  })
})

describe('buildBill, of the twelve UBL documents', async () => {
  const documents = await ublInvoices()
  const printed = [
    ...new Set(documents.flatMap(({ detail }) => detail?.lines.map(line => line.taxRate) ?? [])),
  ]
  const all = someLists({
    taxRates: [...new Set([...printed, '0'])].map(rate => ({
      code: `T${rate}`,
      name: rate,
      rate,
      active: true,
      purchases: true,
    })),
  })

  it.each(documents.map(invoice => [invoice.id, invoice] as const))('posts %s to the cent', (_, invoice) => {
    for (const lines of ['each', 'by-group'] as const) {
      const outlet = anOutlet({ posting: Posting.parse({ lines, tolerance: '0' }) })
      const result = buildBill({
        invoice,
        outlet,
        mapping: aMapping({ accounts: { Food: '310' } }),
        lists: all,
      })
      if (!result.ok) throw new Error(result.failure.raw)
      expect(postedTotals(result.bill)).toEqual(printedTotals(invoice))
    }
  })
})
