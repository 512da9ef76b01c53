import { describe, expect, it } from 'vitest'
import type { Assessment } from '#lib/domain/assessment.ts'
import type { ProductId } from '#lib/domain/ids.ts'
import { inWords } from '#lib/domain/wording.ts'
import { say } from '#lib/words/say.ts'
import { aBill } from '#tests/builders/bill.ts'

const products = (...names: string[]) => names.map(name => ({ id: name as ProductId, name }))
const missing = (...names: string[]): Assessment => ({
  status: 'missing-product-group',
  reasons: [{ kind: 'products-without-group', products: products(...names) }],
  fixes: [],
})

describe('inWords', () => {
  it.each([
    [['Romaine'], '“Romaine” has no product group.'],
    [['Romaine', 'Kale'], '“Romaine” and “Kale” have no product group.'],
    [['Romaine', 'Kale', 'Beef', 'Rice'], '“Romaine”, “Kale” and 2 more have no product group.'],
  ])('names what is missing: %j', (names, headline) => {
    expect(inWords(missing(...names), say).headline).toBe(headline)
  })

  it('says what happened first and keeps the ledger’s own words one click away', () => {
    const words = inWords(
      {
        status: 'failed',
        reasons: [
          {
            kind: 'refused',
            failure: {
              code: 'invalid-modification',
              raw: 'Invoice not of valid status',
              billState: 'approved',
            },
          },
        ],
        fixes: [{ kind: 'open-bill', url: 'https://go.xero.com/1' }],
      },
      say,
    )
    expect(words).toMatchObject({
      status: 'Export failed',
      headline: 'The bill can no longer be changed.',
      raw: 'Invoice not of valid status',
      fixes: [{ label: 'Open the bill', primary: false }],
    })
    expect(words.says).toContain('The bill is approved now.')
  })

  it('begins with what it is, then says that it would be refused and why', () => {
    const failure = { code: 'currency-not-enabled', raw: 'not subscribed to currency USD', billState: null }
    const words = inWords(
      {
        status: 'ready',
        reasons: [{ kind: 'would-fail', failure }],
        fixes: [{ kind: 'refresh-lists', outletId: 'outlet-1' as never }],
      },
      say,
    )
    expect(words).toMatchObject({
      status: 'Ready to export',
      headline: 'It would be refused: the currency is not enabled in Xero.',
      raw: 'not subscribed to currency USD',
      fixes: [{ label: 'Check again', primary: true }],
    })
  })

  it('says of a ledger without drafts that the bill is posted, and that an update changes the books', () => {
    const words = inWords(
      {
        status: 'exported',
        reasons: [
          { kind: 'edited-since', billState: 'open' },
          { kind: 'bill-stands', bill: aBill({ state: 'open' }), linked: false },
        ],
        fixes: [],
      },
      say,
    )
    expect([words.headline, ...words.says]).toEqual([
      'The invoice was edited, and its bill is posted in the books.',
      'Updating it changes the books at once, so we ask first.',
      'Its bill in the ledger is posted as an open bill.',
    ])
  })
})
