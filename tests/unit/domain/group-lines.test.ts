import { describe, expect, it } from 'vitest'
import { buildBill } from '#lib/domain/build-bill.ts'
import { Posting } from '#lib/domain/posting.ts'
import { aDetail, aLine, anInvoice } from '#tests/builders/invoice.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { anOutlet } from '#tests/builders/outlet.ts'

const mapping = aMapping({
  groups: { Romaine: 'Vegetables', Kale: 'Vegetables', Beef: 'Meat' },
  accounts: { Vegetables: '310', Meat: '311' },
})

function grouped(detail: ReturnType<typeof aDetail>) {
  const outlet = anOutlet({ mode: 'manual', posting: Posting.parse({ lines: 'by-group' }) })
  const result = buildBill({ invoice: anInvoice({ detail }), outlet, mapping, lists: someLists() })
  if (!result.ok) throw new Error(result.failure.raw)
  return result.bill
}

describe('groupLines', () => {
  it('posts one line for each group, account and tax rate, and says how many it stands for', () => {
    const lines = [
      aLine('Romaine'),
      aLine('Beef'),
      aLine('Kale', { quantity: '3' }),
      aLine('Kale', { taxRate: '0' }),
      aLine('Unknown'),
    ]
    const charges = [{ kind: 'delivery', description: 'Van', amount: '4.00', taxRate: '9' }]
    const bill = grouped(aDetail({ lines, charges }))
    expect(
      bill.lines.map(({ description, quantity, amount, account, tax }) => [
        description,
        quantity,
        amount,
        account,
        tax,
      ]),
    ).toEqual([
      ['Vegetables (2 lines)', '1', '25.00', '310', '2.25'],
      ['Meat (1 line)', '1', '10.00', '311', '0.90'],
      ['Vegetables (1 line)', '1', '10.00', '310', '0.00'],
      ['No product group (1 line)', '1', '10.00', null, '0.90'],
      ['Van', '1', '4.00', '310', '0.36'],
    ])
  })

  it('keeps the tax that was rounded line by line', () => {
    const third = (name: string) => aLine(name, { quantity: '1', unitPrice: '0.06' })
    const lines = [third('Romaine'), third('Kale'), third('Romaine')]
    const taxes = [{ rate: '9', taxable: '0.18', tax: '0.03' }]
    const bill = grouped(aDetail({ lines, taxes, taxTotal: '0.03', total: '0.21' }))
    expect(bill.lines.map(({ amount, tax }) => [amount, tax])).toEqual([['0.18', '0.03']])
  })

  it('sets returns off against what was bought of the group', () => {
    const bill = grouped(
      aDetail({ lines: [aLine('Romaine', { quantity: '3' }), aLine('Kale', { quantity: '-1' })] }),
    )
    expect(bill.lines.map(({ amount, tax }) => [amount, tax])).toEqual([['10.00', '0.90']])
  })

  it('posts line by line where a group would be too small for its tax', () => {
    const third = (name: string, quantity: string) => aLine(name, { quantity, unitPrice: '0.06' })
    const lines = [
      third('Romaine', '1'),
      third('Kale', '1'),
      third('Romaine', '-2'),
      aLine('Beef', { taxRate: '0' }),
    ]
    const taxes = [{ rate: '9', taxable: '0.00', tax: '0.01' }]
    const bill = grouped(aDetail({ lines, taxes, taxTotal: '0.01', total: '10.01' }))
    expect(bill.lines.map(({ amount, tax }) => [amount, tax])).toEqual([
      ['0.06', '0.01'],
      ['0.06', '0.01'],
      ['-0.12', '-0.01'],
      ['10.00', '0.00'],
    ])
  })
})
