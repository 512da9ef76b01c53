import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useRef, useState } from 'react'
import { useSurface } from '#components/SurfaceContext.tsx'
import type { Asking } from '#components/use-ask.ts'
import type { GroupId, OutletId, ProductId } from '#lib/domain/ids.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import type { ActivityRow } from '#lib/store/database.ts'
import type { GroupOfOutlets } from '#lib/store/queries/join-groups.ts'
import { outletsHolding } from '#lib/store/queries/outlets-holding.ts'
import { language, say } from '#lib/words/say.ts'
import { type Plan, planAssignment } from './plan-assignment.ts'
import { lastActivity, undoableSince } from './undoable-since.ts'
import type { Ticks } from './use-ticks.ts'

/** Assigning in one outlet, or in each of several that has the products. */
export interface Assigning {
  /** What assigning the ticked products to a group means, outlet by outlet. */
  planFor(group: GroupOfOutlets | null): Plan
  /** Sends one assignment per outlet; unticks what was assigned. */
  assign(productIds: readonly ProductId[], group: GroupOfOutlets): Promise<void>
  /** Creates a group in each of these outlets; gives its id in the first that made it. */
  create(name: string, outletIds: readonly OutletId[]): Promise<GroupId | null>
  /** What the last assignment wrote, one a outlet: one Undo takes all of it back. */
  undoable: readonly ActivityRow[]
}

export function useAssign(outlets: readonly Outlet[], ticks: Ticks<ProductId>, asking: Asking): Assigning {
  const { store } = useSurface()
  const [undoable, setUndoable] = useState<readonly ActivityRow[]>([])
  const underWay = useRef(false)
  const ids = outlets.map(({ id }) => id)
  const nameOf = (outletId: OutletId) => outlets.find(({ id }) => id === outletId)?.name ?? ''
  const { ticked } = ticks
  const found = useLiveQuery(() => outletsHolding(store, [...ticked], ids), [store, ticked, ids.join('\n')])
  // Of one outlet nothing is to be looked up: nothing flickers there.
  const places = useMemo(
    () => (ids.length === 1 ? new Map([...ticked].map(id => [id, ids])) : (found ?? new Map())),
    [ticked, ids.length, ids[0], found],
  )
  const assignEach = async (productIds: readonly ProductId[], group: GroupOfOutlets) => {
    setUndoable([])
    const since = await lastActivity(store)
    const plan = planAssignment(productIds, await outletsHolding(store, productIds, ids), group)
    if (plan.assignments.length === 0) {
      const where = new Intl.ListFormat(language()).format(plan.lacking.map(nameOf))
      asking.say({
        ok: false,
        problem: say('panel.no-group-there', { group: group.name, outlets: where }),
      })
      return
    }
    const replies = await asking.sendEach(
      'assign-group',
      plan.assignments.map(data => ({ about: nameOf(data.outletId), data })),
    )
    setUndoable(await undoableSince(store, since, 'assigned'))
    if (plan.lacking.length === 0 && replies.every(({ ok }) => ok)) ticks.clear()
  }
  return {
    undoable,
    planFor: group => planAssignment(ticked, places, group),
    async assign(productIds, group) {
      // The store is asked before the worker is: a second click meanwhile must not assign twice.
      if (underWay.current) return
      underWay.current = true
      await assignEach(productIds, group).finally(() => {
        underWay.current = false
      })
    },
    async create(name, outletIds) {
      const replies = await asking.sendEach(
        'create-group',
        outletIds.map(outletId => ({ about: nameOf(outletId), data: { outletId, name } })),
      )
      for (const reply of replies) if (reply.ok && 'group' in reply && reply.group) return reply.group.id
      return null
    },
  }
}
