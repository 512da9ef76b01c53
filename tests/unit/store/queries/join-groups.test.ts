import { describe, expect, it } from 'vitest'
import type { GroupId, OutletId } from '#lib/domain/ids.ts'
import { joinGroups } from '#lib/store/queries/join-groups.ts'

const a = 'outlet-a' as OutletId
const b = 'outlet-b' as OutletId
const of = (outletId: OutletId, ...groups: [id: string, name: string][]) => ({
  outletId,
  groups: groups.map(([id, name]) => ({ outletId, id: id as GroupId, name })),
})

describe('the groups of several outlets', () => {
  it('are one where they bear the same name, however it is written', () => {
    const { groups, joined } = joinGroups([of(a, ['g-1', 'Dry Goods']), of(b, ['g-2', 'dry goods '])])
    expect(groups).toMatchObject([{ id: 'g-1', name: 'Dry Goods' }])
    expect([...(groups[0]?.ids ?? [])]).toEqual([
      [a, 'g-1'],
      [b, 'g-2'],
    ])
    expect(joined(b, 'g-2' as GroupId)).toBe(groups[0])
  })

  it('tell by their outlets where one is lacking', () => {
    const { groups } = joinGroups([of(a, ['g-1', 'Meat']), of(b, ['g-2', 'Fish'])])
    expect(groups.map(({ name, ids }) => [name, [...ids.keys()]])).toEqual([
      ['Fish', [b]],
      ['Meat', [a]],
    ])
  })

  it('stay two where one outlet has two of a name', () => {
    const { groups } = joinGroups([of(a, ['g-1', 'Meat'], ['g-2', 'Meat'])])
    expect(groups.map(({ id }) => id)).toEqual(['g-1', 'g-2'])
  })
})
