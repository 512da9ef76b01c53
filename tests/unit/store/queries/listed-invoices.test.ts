import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { GroupId, ProductId } from '#lib/domain/ids.ts'
import type { Currency } from '#lib/domain/money.ts'
import { type Listed, listedInvoices } from '#lib/store/queries/listed-invoices.ts'
import { tallies } from '#lib/store/queries/outlet-counts.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { aStoreWith, outletId } from '../a-store.ts'

const statuses = tallies.missing
const yellow = [
  anInvoice({ id: 'a', number: 'A', lines: [aLine('Romaine')] }),
  anInvoice({ id: 'b', number: 'B', currency: 'EUR', lines: [aLine('Romaine'), aLine('Butter')] }),
  anInvoice({ id: 'c', number: 'C', lines: [aLine('Apple', { group: 'Fruit' })] }),
]

describe('the invoices that a number counted', () => {
  it.each<[string, Listed, string[]]>([
    ['all of the statuses', { statuses, outletId: null }, ['A', 'B', 'C']],
    ['those of one status', { statuses: ['missing-account'], outletId }, ['C']],
    ['those of a currency', { statuses, outletId, currency: 'EUR' as Currency }, ['B']],
    ['those that wait for a product', { statuses, outletId, productIds: ['p-Butter' as ProductId] }, ['B']],
    ['those that wait for a group', { statuses, outletId, groupIds: ['g-Fruit' as GroupId] }, ['C']],
    ['none of another outlet', { statuses, outletId: 'another' as typeof outletId }, []],
  ])('are %s', async (_, listed, numbers) => {
    const rows = await listedInvoices(await aStoreWith(yellow), listed)
    expect(rows.map(({ number }) => number)).toEqual(numbers)
  })
})
