import { describe, expect, it } from 'vitest'
import { buildBill } from '#lib/domain/build-bill.ts'
import type { Invoice } from '#lib/domain/invoice.ts'
import { aDetail, aLine, anInvoice } from '#tests/builders/invoice.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { anOutlet } from '#tests/builders/outlet.ts'

const mapping = aMapping({
  groups: { Romaine: 'Vegetables', Kale: 'Vegetables', Beef: 'Meat' },
  accounts: { Vegetables: '310', Meat: '311' },
})

const build = (invoice: Invoice, over: Partial<Parameters<typeof buildBill>[0]> = {}) =>
  buildBill({ invoice, outlet: anOutlet(), mapping, lists: someLists(), ...over })

function built(invoice: Invoice, over: Partial<Parameters<typeof buildBill>[0]> = {}) {
  const result = build(invoice, over)
  if (!result.ok) throw new Error(`refused: ${result.failure.code} ${result.failure.raw}`)
  return result.bill
}

describe('buildBill', () => {
  it('posts each line to the account of its product’s group, with the tax of its rate', () => {
    const bill = built(anInvoice({ lines: [aLine('Romaine'), aLine('Beef', { taxRate: '0' })] }))
    expect(bill.lines.map(({ account, taxCode, amount, tax }) => [account, taxCode, amount, tax])).toEqual([
      ['310', 'INPUT9', '10.00', '0.90'],
      ['311', 'ZERO', '10.00', '0.00'],
    ])
    expect(bill.total).toBe('20.90')
  })

  it('gives the cent between the invoice’s rounding and the lines’ to the line that lost most', () => {
    const third = (name: string) => aLine(name, { quantity: '1', unitPrice: '0.05' })
    const bill = built(anInvoice({ lines: [third('Romaine'), third('Kale'), third('Beef')] }))
    expect(bill.lines.map(line => line.tax)).toEqual(['0.01', '0.00', '0.00'])
    expect([bill.taxTotal, bill.total]).toEqual(['0.01', '0.16'])
  })

  it('takes the tax out of amounts that include it', () => {
    const detail = aDetail({
      amountsIncludeTax: true,
      lines: [aLine('Romaine', { quantity: '1', unitPrice: '10.90' })],
      taxes: [{ rate: '9', taxable: '10.00', tax: '0.90' }],
      subtotal: '10.00',
      taxTotal: '0.90',
      total: '10.90',
    })
    expect(built(anInvoice({ detail }))).toMatchObject({
      total: '10.90',
      taxTotal: '0.90',
      amountsIncludeTax: true,
    })
  })

  it('needs no tax rate where a ledger’s bills carry no tax of their own', () => {
    const rules = {
      plan: 'QuickBooks Online Plus',
      keepsBills: true,
      booksClosedUntil: null,
      refusesUsedNumbers: true,
      taxInAmounts: true,
    }
    const code = { code: 'NON', name: 'NON', rate: '0', active: true, purchases: true }
    const taxed = anInvoice({ lines: [aLine('Romaine')] })
    const of = (taxRates: object[]) => built(taxed, { lists: someLists({ rules, taxRates }) }).lines[0]
    expect(of([code])).toMatchObject({ taxCode: 'NON', amount: '10.00', tax: '0.90' })
    expect(of([])).toMatchObject({ taxCode: null, tax: '0.90' })
  })

  it('stops and shows both totals where they differ', () => {
    const detail = aDetail({ total: '11.00' })
    expect(build(anInvoice({ detail }))).toEqual({
      ok: false,
      failure: {
        code: 'totals-differ',
        raw: 'Invoice: 11.00 with tax of 0.90. Bill: 10.90 with tax of 0.90.',
        billState: null,
      },
    })
  })

  it('makes a credit of a credit note, and of an invoice with a negative total', () => {
    const note = anInvoice({ detail: aDetail({ document: 'credit-note' }) })
    const negative = anInvoice({ lines: [aLine('Romaine', { quantity: '-2' })] })
    expect(built(note)).toMatchObject({ kind: 'credit', total: '10.90' })
    expect(built(negative)).toMatchObject({
      kind: 'credit',
      total: '10.90',
      lines: [{ amount: '10.00', tax: '0.90' }],
    })
  })

  it('keeps a returned line negative on a bill', () => {
    const lines = [aLine('Beef', { quantity: '3' }), aLine('Romaine', { quantity: '-1' })]
    expect(built(anInvoice({ lines })).lines.map(line => line.amount)).toEqual(['15.00', '-5.00'])
  })

  it('posts the printed amount where a discount makes quantity times price another', () => {
    const lines = [aLine('Romaine', { quantity: '3', unitPrice: '5.00', amount: '13.50' })]
    expect(built(anInvoice({ lines })).lines[0]).toMatchObject({
      quantity: '1',
      unitAmount: '13.50',
      amount: '13.50',
    })
  })

  it('posts the printed amount where a price has more decimals than a ledger takes', () => {
    const lines = [aLine('Romaine', { quantity: '10000', unitPrice: '0.00101', amount: '10.10' })]
    expect(built(anInvoice({ lines })).lines[0]).toMatchObject({ quantity: '1', unitAmount: '10.10' })
  })

  it('posts charges along with the largest line, or to the default account', () => {
    const charges = [{ kind: 'delivery', description: 'Delivery', amount: '4.00', taxRate: '9' }]
    const lines = [aLine('Romaine'), aLine('Beef', { quantity: '9' })]
    const invoice = anInvoice({ detail: aDetail({ lines, charges }) })
    expect(built(invoice).lines[2]).toMatchObject({ account: '311', amount: '4.00', description: 'Delivery' })
    const outlet = anOutlet({ defaultAccount: '310' })
    expect(built(invoice, { outlet }).lines[2]?.account).toBe('310')
  })

  it('in automatic mode posts what has no account to the default account, or without one as a draft line', () => {
    const automatic = { mode: 'automatic' as const }
    const invoice = anInvoice({ lines: [aLine('Unknown')] })
    expect(
      built(invoice, { outlet: anOutlet({ ...automatic, defaultAccount: '310' }) }).lines[0]?.account,
    ).toBe('310')
    expect(built(invoice, { outlet: anOutlet(automatic) }).lines[0]?.account).toBeNull()
  })

  it.each([
    ['unmapped', anInvoice({ lines: [aLine('Unknown')] }), {}],
    ['tax-rate-missing', anInvoice({ lines: [aLine('Romaine', { taxRate: '25' })] }), {}],
    [
      'account-archived',
      anInvoice(),
      { mapping: aMapping({ groups: { Romaine: 'Old' }, accounts: { Old: '390' } }) },
    ],
    [
      'account-not-valid',
      anInvoice(),
      { mapping: aMapping({ groups: { Romaine: 'Owed' }, accounts: { Owed: '800' } }) },
    ],
    ['tax-rate-inactive', anInvoice({ lines: [aLine('Romaine', { taxRate: '7' })] }), {}],
    ['not-understood', anInvoice({ number: ' ' }), {}],
  ])('refuses with %s before anything is sent', (code, invoice, over) => {
    expect(build(invoice, over)).toMatchObject({ ok: false, failure: { code } })
  })

  it('takes a tax rate that may stand on the account before one that may not', () => {
    const rate = (code: string, classes: string[]) => ({
      code,
      name: code,
      rate: '9',
      active: true,
      purchases: true,
      classes,
    })
    const accounts = [
      {
        code: '310',
        name: 'Vegetables',
        type: '',
        class: 'expense',
        active: true,
        allowed: true,
        taxCode: 'ASSETS9',
      },
    ]
    const taxRates = [rate('ASSETS9', ['asset']), rate('INPUT9', ['expense', 'asset'])]
    const of = (rates: object[]) =>
      built(anInvoice(), { lists: someLists({ accounts, taxRates: rates }) }).lines[0]
    expect(of(taxRates)?.taxCode).toBe('INPUT9')
    expect(of(taxRates.slice(0, 1))?.taxCode).toBe('ASSETS9')
  })

  it('stops where the taxes of two rates are off by what cancels out', () => {
    const lines = [aLine('Romaine', { quantity: '20' }), aLine('Beef', { quantity: '20', taxRate: '5' })]
    const taxes = [
      { rate: '9', taxable: '100.00', tax: '8.00' },
      { rate: '5', taxable: '100.00', tax: '6.00' },
    ]
    const taxRates = ['9', '5'].map(rate => ({ code: rate, name: rate, rate, active: true, purchases: true }))
    const invoice = anInvoice({ detail: aDetail({ lines, taxes }) })
    expect(build(invoice, { lists: someLists({ taxRates }) })).toMatchObject({
      failure: { raw: 'Invoice: tax of 8 at 9 %. Bill: 9.00 at 9 %, of 14.00 in all.' },
    })
  })

  it('posts thousandths of a currency only where they are zero: ledgers keep two decimals', () => {
    const dinars = (amount: string) =>
      anInvoice({
        currency: 'KWD',
        detail: aDetail({
          lines: [aLine('Romaine', { quantity: '1', unitPrice: amount, amount, taxRate: '0' })],
          total: amount,
        }),
      })
    expect(built(dinars('1.230')).total).toBe('1.23')
    expect(build(dinars('1.234'))).toMatchObject({
      failure: { code: 'totals-differ', raw: expect.stringContaining('Invoice: 1.234') },
    })
  })

  it('needs an account for every line in QuickBooks, which posts at once', () => {
    const { connection } = anOutlet()
    const outlet = anOutlet({ connection: { ...connection, ledger: 'quickbooks' } })
    const loose = anInvoice({ lines: [{ ...aLine('Romaine'), product: null }] })
    expect(build(loose, { outlet })).toMatchObject({ failure: { code: 'account-unknown' } })
    expect(built(loose).lines[0]?.account).toBeNull()
  })

  it('puts the outlet’s tracking on every line', () => {
    const tracking = { category: 'Outlet', option: 'Harbour' }
    const bill = built(anInvoice({ lines: [aLine('Romaine'), aLine('Beef')] }), {
      outlet: anOutlet({ tracking }),
    })
    expect(bill.lines.map(line => line.tracking)).toEqual([tracking, tracking])
  })
})
