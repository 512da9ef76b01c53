import { describe, expect, it } from 'vitest'
import { buildBill } from '#lib/domain/build-bill.ts'
import type { Invoice } from '#lib/domain/invoice.ts'
import { previewOf } from '#lib/domain/preview.ts'
import { aDetail, aLine, anInvoice } from '#tests/builders/invoice.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { xeroTaxRates } from '#tests/builders/tax-rates.ts'

const mapping = aMapping({
  groups: { Romaine: 'Vegetables', Beef: 'Meat' },
  accounts: { Vegetables: '310', Meat: '311' },
})
const previewed = (invoice: Invoice, lists = {}, outlet = {}) =>
  previewOf({ invoice, outlet: anOutlet(outlet), mapping, lists: someLists(lists) })

describe('previewOf', () => {
  it('shows the very bill that is posted', () => {
    const invoice = anInvoice({ lines: [aLine('Romaine'), aLine('Beef', { taxRate: '0' })] })
    const built = buildBill({ invoice, outlet: anOutlet(), mapping, lists: someLists() })
    const { bill, lines, refused } = previewed(invoice)
    expect(built.ok && built.bill).toEqual(bill)
    expect(lines.map(({ line }) => line)).toEqual(bill?.lines)
    expect(refused).toEqual([])
  })

  it('names accounts, tax codes, contact, organisation and file', () => {
    const file = { name: 'INV-1001.pdf', url: 'https://app.foodrazor.com/files/1' }
    const invoice = anInvoice({
      detail: aDetail({ lines: [aLine('Romaine'), aLine('Beef', { taxRate: '0' })], file }),
    })
    expect(previewed(invoice)).toMatchObject({
      organisation: 'Harbour Street Kitchen Pte Ltd',
      contact: { name: 'Green Valley Produce', made: false },
      lines: [
        { place: 1, account: 'Vegetables', tax: { name: 'INPUT9', why: 'account' } },
        { place: 2, account: 'Meat', tax: { name: 'ZERO', why: 'usual' } },
      ],
      taxes: [
        { name: 'INPUT9', rate: '9', taxable: '10.00', tax: '0.90' },
        { name: 'ZERO', rate: '0', taxable: '10.00', tax: '0.00' },
      ],
      net: '20.00',
      file: 'INV-1001.pdf',
    })
  })

  it('takes the tax out of amounts that include it', () => {
    const detail = aDetail({
      amountsIncludeTax: true,
      lines: [aLine('Romaine', { quantity: '1', unitPrice: '10.90' })],
      taxes: [{ rate: '9', taxable: '10.00', tax: '0.90' }],
      taxTotal: '0.90',
      total: '10.90',
    })
    expect(previewed(anInvoice({ detail }))).toMatchObject({
      net: '10.00',
      taxes: [{ taxable: '10.00', tax: '0.90' }],
    })
  })

  it('says which other tax codes of a rate there are', () => {
    const [line] = previewed(anInvoice(), { taxRates: xeroTaxRates.singapore }).lines
    expect(line?.tax).toMatchObject({ name: 'Standard-Rated Purchases', why: 'usual' })
    expect(line?.tax.others).toContain('Disallowed Expenses')
  })

  it('says what stops it, with no bill where none can be made', () => {
    const unmapped = previewed(anInvoice({ lines: [aLine('Unknown')] }))
    expect(unmapped).toMatchObject({ bill: null, lines: [], net: null, refused: [{ code: 'unmapped' }] })
    const archived = previewed(anInvoice(), {
      contacts: [{ id: 'c', name: 'Green Valley Produce', active: false }],
    })
    expect(archived).toMatchObject({ bill: { total: '10.90' }, refused: [{ code: 'contact-archived' }] })
  })

  it('says that a contact would be made', () => {
    expect(previewed(anInvoice(), { contacts: [] }).contact).toEqual({
      name: 'Green Valley Produce',
      made: true,
    })
  })
})
