import { describe, expect, it } from 'vitest'
import { assess } from '#lib/domain/assess.ts'
import type { GroupId, ProductId } from '#lib/domain/ids.ts'
import { unlocksByAssigning, unlocksByMapping } from '#lib/suggest/unlocks.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { anOutlet } from '#tests/builders/outlet.ts'

const mapping = aMapping({ accounts: { Vegetables: '310' } })
const blocked = (over: Parameters<typeof anInvoice>[0]) => {
  const invoice = anInvoice(over)
  return { ...invoice, assessment: assess({ invoice, outlet: anOutlet(), mapping, export: null }) }
}
const romaine = new Set(['p-Romaine' as ProductId])
const both = new Set(['p-Romaine' as ProductId, 'p-Kale' as ProductId])

const invoices = [
  blocked({ lines: [aLine('Romaine')], total: '10.90' }),
  blocked({ lines: [aLine('Romaine'), aLine('Kale')], total: '20.10' }),
  blocked({ lines: [aLine('Romaine')], total: '5.00', currency: 'EUR' }),
  blocked({ lines: [aLine('Romaine'), aLine('Pan', { group: 'Smallwares' })] }),
  blocked({ lines: [aLine('Beef')] }),
]

describe('what an assignment would unlock', () => {
  it('counts the invoices it completes and their value per currency', () => {
    expect(unlocksByAssigning(invoices, romaine, true)).toEqual({
      invoices: 2,
      value: [
        { currency: 'SGD', total: '10.90' },
        { currency: 'EUR', total: '5.00' },
      ],
      stillBlocked: 2,
    })
  })

  it('counts an invoice only once all of its products are assigned', () => {
    expect(unlocksByAssigning(invoices, both, true)).toMatchObject({ invoices: 3, stillBlocked: 1 })
  })

  it('unlocks nothing by a group that has no account', () => {
    expect(unlocksByAssigning(invoices, both, false)).toMatchObject({ invoices: 0, stillBlocked: 4 })
  })

  it('unlocks by mapping what lacks nothing but that account', () => {
    const smallwares = new Set(['g-Smallwares' as GroupId])
    expect(unlocksByMapping(invoices, smallwares)).toMatchObject({ invoices: 0, stillBlocked: 1 })
    const alone = [blocked({ lines: [aLine('Pan', { group: 'Smallwares' })], total: '7.50' })]
    expect(unlocksByMapping(alone, smallwares)).toMatchObject({ invoices: 1, value: [{ total: '7.50' }] })
  })
})
