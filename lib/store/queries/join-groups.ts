import type { GroupId, OutletId } from '../../domain/ids.ts'
import type { ProductGroup } from '../../domain/mapping.ts'
import type { GroupRow } from '../database.ts'

/** A product group as several outlets have it: the same name is the same group. */
export interface GroupOfOutlets extends ProductGroup {
  /** Its own id in each outlet that has it; `id` is the first of them. */
  ids: ReadonlyMap<OutletId, GroupId>
}

/**
 * Groups are each outlet's own; people know them by their names. Joins those of one name, written in capitals
 * or not, by name; two of one name in the same outlet stay two. `joined` finds what an outlet's group became.
 */
export function joinGroups(outlets: readonly { outletId: OutletId; groups: readonly GroupRow[] }[]): {
  groups: GroupOfOutlets[]
  joined: (outletId: OutletId, id: GroupId) => GroupOfOutlets | undefined
} {
  const byName = new Map<string, { id: GroupId; name: string; ids: Map<OutletId, GroupId> }>()
  const byId = new Map<string, GroupOfOutlets>()
  for (const { outletId, groups } of outlets) {
    for (const { id, name } of groups) {
      const plain = name.trim().toLocaleLowerCase()
      const key = byName.get(plain)?.ids.has(outletId) ? `${plain}\n${id}` : plain
      const group = byName.get(key) ?? { id, name, ids: new Map() }
      byName.set(key, group)
      group.ids.set(outletId, id)
      byId.set(`${outletId}\n${id}`, group)
    }
  }
  return {
    groups: [...byName.values()].sort((a, b) => a.name.localeCompare(b.name)),
    joined: (outletId, id) => byId.get(`${outletId}\n${id}`),
  }
}
