import { useState } from 'react'
import { Button } from '#components/Button.tsx'
import { Combobox } from '#components/Combobox.tsx'
import { counted } from '#components/counted.ts'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { sumsInWords } from '#components/sums.ts'
import type { Asking } from '#components/use-ask.ts'
import type { GroupId, OutletId } from '#lib/domain/ids.ts'
import type { ProductGroup } from '#lib/domain/mapping.ts'
import type { Unlocked } from '#lib/suggest/unlocks.ts'
import { UndoButton } from './UndoButton.tsx'

/** Assigns what is ticked: says before the click what it would unlock, after it what happened, with Undo. */
export function AssignBar({
  outletId,
  ticked,
  hidden,
  groups,
  withAccount,
  suggested,
  unlocks,
  asking,
  undoable,
  onAssign,
}: {
  outletId: OutletId
  /** How many products are ticked, and how many of them the filter hides. */
  ticked: number
  hidden: number
  groups: readonly ProductGroup[]
  withAccount: ReadonlySet<string>
  /** The group that is suggested for all that is ticked. */
  suggested: GroupId | null
  /** What assigning the ticked ones to a group would unlock. */
  unlocks: (groupId: GroupId) => Unlocked
  asking: Asking
  /** The activity that Undo takes back; null where there is none. */
  undoable: number | null
  onAssign: (groupId: GroupId) => void
}) {
  const [chosen, choose] = useState<GroupId | null>(null)
  const group = groups.find(({ id }) => id === (chosen ?? suggested)) ?? null
  const options = groups.map(({ id, name }) => ({
    id,
    name,
    detail: withAccount.has(id) ? undefined : 'no account yet',
  }))
  const create = async (name: string) => {
    const reply = await asking.send('create-group', { outletId, name })
    if (reply.ok && 'group' in reply && reply.group) choose(reply.group.id)
  }
  const preview = group && ticked > 0 ? previewWords(unlocks(group.id), withAccount.has(group.id)) : null
  return (
    <section aria-label="Assign" className="flex flex-col gap-2 bg-raised p-3">
      <div className="flex items-center gap-2">
        <p className="numbers w-32 shrink-0">
          {ticked === 0 ? 'Tick products' : `${ticked} ticked`}
          {hidden > 0 && <span className="text-sm text-muted">{`, ${hidden} not shown`}</span>}
        </p>
        <Combobox
          label="Product group"
          placeholder="Product group…"
          options={options}
          value={group}
          onChoose={id => choose(groups.find(other => other.id === id)?.id ?? null)}
          onCreate={name => void create(name)}
        />
      </div>
      <Button
        look="primary"
        busy={asking.busy === 'assign-group'}
        disabled={group === null || ticked === 0 || asking.busy !== null}
        onClick={() => group && onAssign(group.id)}
        className="min-h-11 flex-col gap-0!"
      >
        <span className="one-line max-w-full">
          {ticked === 0 ? 'Assign' : `Assign ${counted(ticked, 'product')}`}
          {group && ticked > 0 && ` to ${group.name}`}
        </span>{' '}
        {preview && (
          <span className="numbers text-sm font-normal text-balance">
            <span className="sr-only">→</span> {preview}
          </span>
        )}
      </Button>
      <OutcomeLine outcome={asking.outcome}>
        {asking.outcome?.ok && undoable !== null && <UndoButton activityId={undoable} asking={asking} />}
      </OutcomeLine>
    </section>
  )
}

/** `31 invoices turn ready, SGD 8,412.00`, or honestly why none does. */
function previewWords({ invoices, value, stillBlocked }: Unlocked, hasAccount: boolean): string {
  if (invoices > 0) {
    const rest =
      stillBlocked > 0
        ? `; ${stillBlocked} still ${stillBlocked === 1 ? 'lacks' : 'lack'} something else`
        : ''
    return `${counted(invoices, 'invoice')} ${invoices === 1 ? 'turns' : 'turn'} ready, ${sumsInWords(value)}${rest}`
  }
  if (stillBlocked === 0) return 'no invoice waits for it'
  if (!hasAccount)
    return `${counted(stillBlocked, 'invoice')} then ${stillBlocked === 1 ? 'waits' : 'wait'} for the group’s account`
  return `${counted(stillBlocked, 'invoice')} still ${stillBlocked === 1 ? 'lacks' : 'lack'} more than this`
}
