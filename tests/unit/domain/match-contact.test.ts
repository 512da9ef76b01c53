import { describe, expect, it } from 'vitest'
import { Contact } from '#lib/domain/ledger-lists.ts'
import { contactsAlike, matchContact, type SupplierToFind } from '#lib/domain/match-contact.ts'

const contact = (id: string, name: string, over: Record<string, unknown> = {}) =>
  Contact.parse({ id, name, active: true, ...over })

const contacts = [
  contact('c-1', 'Green Valley Produce'),
  contact('c-2', 'green  valley produce'),
  contact('c-3', 'Blue Pier Fish Pte Ltd', { taxNumber: '201912345K' }),
  contact('c-4', 'Old Mill Dairy', { active: false }),
  contact('c-5', 'Sun Farm Pte Ltd'),
  contact('c-6', 'Sun Farm Sdn Bhd'),
  contact('c-7', 'Harvest House', { currency: 'SGD' }),
  contact('c-8', 'Harvest House', { currency: 'USD' }),
]
const wanted = (over: { [K in keyof SupplierToFind]?: unknown }) => ({ id: null, ...over }) as SupplierToFind

const cases: [sentence: string, supplier: SupplierToFind, kind: string, ids: string[]][] = [
  [
    'takes the linked one, whatever its name',
    wanted({ id: 'c-3', name: 'Green Valley Produce' }),
    'found',
    ['c-3'],
  ],
  [
    'says when the linked one was put away',
    wanted({ id: 'c-4', name: 'Old Mill Dairy' }),
    'archived',
    ['c-4'],
  ],
  ['says when the linked one is not there', wanted({ id: 'c-99', name: 'Old Mill Dairy' }), 'gone', []],
  [
    'takes the very name before one written alike',
    wanted({ name: 'Green Valley Produce' }),
    'found',
    ['c-1'],
  ],
  [
    'does not choose between two written alike',
    wanted({ name: 'GREEN VALLEY PRODUCE' }),
    'ambiguous',
    ['c-1', 'c-2'],
  ],
  ['passes over the form of the company', wanted({ name: 'Blue Pier Fish' }), 'found', ['c-3']],
  ['does not take another form for the same company', wanted({ name: 'Blue Pier Fish Sdn Bhd' }), 'none', []],
  ['does not choose between two forms', wanted({ name: 'Sun Farm' }), 'ambiguous', ['c-5', 'c-6']],
  ['takes the one of the same form', wanted({ name: 'SUN FARM SDN. BHD.' }), 'found', ['c-6']],
  [
    'knows a supplier of another name by its tax number',
    wanted({ name: 'BPF Trading', taxNumber: '2019-12345-K' }),
    'found',
    ['c-3'],
  ],
  [
    'does not take a namesake with another tax number',
    wanted({ name: 'Blue Pier Fish Pte Ltd', taxNumber: '201800001A' }),
    'none',
    [],
  ],
  [
    'finds one that was put away before another is made',
    wanted({ name: 'Old Mill Dairy Ltd' }),
    'archived',
    ['c-4'],
  ],
  [
    'chooses by the currency of the bill',
    wanted({ name: 'Harvest House', currency: 'USD' }),
    'found',
    ['c-8'],
  ],
  ['leaves it open without one', wanted({ name: 'Harvest House' }), 'ambiguous', ['c-7', 'c-8']],
  ['leaves a new supplier to be created', wanted({ name: 'New Farm' }), 'none', []],
]

describe('which contact a supplier is', () => {
  it.each(cases)('%s', (_, supplier, kind, ids) => {
    const matched = matchContact(contacts, supplier)
    const named =
      'contact' in matched ? [matched.contact] : matched.kind === 'ambiguous' ? matched.contacts : []
    expect([matched.kind, ...named.map(({ id }) => id)]).toEqual([kind, ...ids])
  })

  it('names every contact among whose bills it may stand already', () => {
    expect(contactsAlike(contacts, wanted({ name: 'Sun Farm' })).map(({ id }) => id)).toEqual(['c-5', 'c-6'])
    expect(contactsAlike(contacts, wanted({ id: 'c-1', name: 'x' })).map(({ id }) => id)).toEqual([
      'c-1',
      'c-2',
    ])
  })
})
