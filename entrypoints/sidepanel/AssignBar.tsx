import { useState } from 'react'
import { Button } from '#components/Button.tsx'
import { Combobox } from '#components/Combobox.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { sumsInWords } from '#components/sums.ts'
import type { Asking } from '#components/use-ask.ts'
import type { GroupId, OutletId } from '#lib/domain/ids.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import type { ActivityRow } from '#lib/store/database.ts'
import type { GroupOfOutlets } from '#lib/store/queries/join-groups.ts'
import type { ProductsOfOutlets } from '#lib/store/queries/products-of.ts'
import { say, sayCount } from '#lib/words/say.ts'
import { LackingGroup } from './LackingGroup.tsx'
import type { Plan } from './plan-assignment.ts'
import { type Preview, previewPlan } from './preview-plan.ts'
import { UndoButton } from './UndoButton.tsx'

/** Assigns what is ticked: says before the click what it would unlock, after it what happened, with Undo. */
export function AssignBar({
  outlets,
  ticked,
  hidden,
  groups,
  parts,
  suggested,
  planFor,
  asking,
  undoable,
  onCreate,
  onAssign,
}: {
  /** One, or those that are worked on together. */
  outlets: readonly Outlet[]
  /** How many products are ticked, and how many of them the filter hides. */
  ticked: number
  hidden: number
  groups: readonly GroupOfOutlets[]
  parts: ProductsOfOutlets['parts']
  /** The group that is suggested for all that is ticked. */
  suggested: GroupId | null
  /** What assigning the ticked ones to a group means, outlet by outlet. */
  planFor: (group: GroupOfOutlets | null) => Plan
  asking: Asking
  /** What Undo takes back. */
  undoable: readonly ActivityRow[]
  /** Creates a group in outlets; gives its id in the first that made one. */
  onCreate: (name: string, outletIds: readonly OutletId[]) => Promise<GroupId | null>
  onAssign: (group: GroupOfOutlets) => void
}) {
  const [chosen, choose] = useState<GroupId | null>(null)
  const wanted = chosen ?? suggested
  const group = groups.find(({ ids }) => [...ids.values()].some(id => id === wanted)) ?? null
  const plan = planFor(group)
  const concerned = [...plan.assignments.map(({ outletId }) => outletId), ...plan.lacking]
  const nameOf = (outletId: OutletId | null) => outlets.find(({ id }) => id === outletId)?.name ?? ''
  const create = async (name: string, outletIds: readonly OutletId[]) => {
    const id = await onCreate(name, outletIds)
    if (id !== null) choose(id)
  }
  const ready = group !== null && plan.assignments.length > 0
  const place = outlets.length > 1 && ready ? placesWords(plan, nameOf) : null
  return (
    <section aria-label={say('panel.assign')} className="flex flex-col gap-2 bg-raised p-3">
      <div className="flex items-center gap-2">
        <p className="numbers w-32 shrink-0">
          {ticked === 0 ? say('panel.tick-products') : say('panel.ticked', { count: ticked })}
          {hidden > 0 && (
            <span className="text-sm text-muted">{say('panel.not-shown', { count: hidden })}</span>
          )}
        </p>
        <Combobox
          label={say('panel.product-group')}
          placeholder={say('panel.choose-group')}
          options={groups.map(entry => ({ id: entry.id, name: entry.name, detail: detailOf(entry, parts) }))}
          value={group}
          onChoose={id => choose(groups.find(other => other.id === id)?.id ?? null)}
          onCreate={name => void create(name, concerned.length > 0 ? concerned : outlets.map(({ id }) => id))}
        />
      </div>
      {group && plan.lacking.length > 0 && (
        <LackingGroup
          name={group.name}
          outlets={plan.lacking.map(nameOf)}
          busy={asking.busy !== null}
          onCreate={() => void create(group.name, plan.lacking)}
        />
      )}
      <Button
        look="primary"
        busy={asking.busy === 'assign-group'}
        disabled={!ready || asking.busy !== null}
        onClick={() => group && onAssign(group)}
        className="min-h-11 flex-col gap-0!"
      >
        <span className="line-clamp-2 max-w-full text-balance wrap-anywhere">
          {assignWords(ticked, group?.name ?? null, place)}
        </span>{' '}
        {ready && (
          <span className="numbers text-sm font-normal text-balance">
            <span className="sr-only">→</span> {previewWords(previewPlan(plan, parts, outlets))}
          </span>
        )}
      </Button>
      <OutcomeLine outcome={asking.outcome}>
        {undoable.length > 0 && asking.outcome && (
          <UndoButton activities={undoable} nameOf={nameOf} asking={asking} />
        )}
      </OutcomeLine>
    </section>
  )
}

/** What the button says: how many, to which group, and where that is not plain, in which outlets. */
function assignWords(ticked: number, group: string | null, place: string | null): string {
  if (ticked === 0) return say('panel.assign')
  if (group === null) return sayCount('panel.assign-count', ticked)
  return place === null
    ? sayCount('panel.assign-to', ticked, { group })
    : sayCount('panel.assign-to-in', ticked, { group, place })
}

/** What there is to know of a group before choosing it. */
function detailOf({ ids }: GroupOfOutlets, parts: ProductsOfOutlets['parts']): string | undefined {
  const mapped = [...ids].some(([outletId, id]) => parts.get(outletId)?.withAccount.has(id))
  const words = [
    ids.size < parts.size
      ? say('panel.in-some-outlets', { some: ids.size, outlets: sayCount('common.outlets', parts.size) })
      : '',
    mapped ? '' : say('panel.no-account-yet'),
  ].filter(Boolean)
  return words.length > 0 ? words.join(', ') : undefined
}

/** `Harbour Street Kitchen`, `2 outlets`, `2 of 3 outlets`: where the plan assigns. */
function placesWords({ assignments, lacking }: Plan, nameOf: (outletId: OutletId) => string): string {
  const [first] = assignments
  if (lacking.length > 0)
    return say('panel.some-outlets', { some: assignments.length, count: assignments.length + lacking.length })
  return assignments.length === 1 && first
    ? nameOf(first.outletId)
    : sayCount('common.outlets', assignments.length)
}

/** `31 invoices turn ready, SGD 8,412.00`, or honestly why none does. */
function previewWords({ invoices, value, stillBlocked, mapped }: Preview): string {
  if (invoices > 0) {
    const rest = stillBlocked > 0 ? sayCount('panel.still-lack-other', stillBlocked) : ''
    return sayCount('panel.turn-ready', invoices, { sum: sumsInWords(value) }) + rest
  }
  if (stillBlocked === 0) return say('panel.none-waits')
  return sayCount(mapped ? 'panel.lack-more' : 'panel.then-wait', stillBlocked)
}
