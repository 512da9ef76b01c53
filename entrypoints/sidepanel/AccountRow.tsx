import { useState } from 'react'
import { Combobox } from '#components/Combobox.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { Sentence, slot } from '#components/Sentence.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { sumsInWords } from '#components/sums.ts'
import { useAsk } from '#components/use-ask.ts'
import type { AccountCode, OutletId } from '#lib/domain/ids.ts'
import type { LedgerLists } from '#lib/domain/ledger-lists.ts'
import type { ActivityRow } from '#lib/store/database.ts'
import type { GroupOfOutlet } from '#lib/store/queries/groups-of.ts'
import { say, sayCount } from '#lib/words/say.ts'
import { UndoButton } from './UndoButton.tsx'
import { lastActivity, undoableSince } from './undoable-since.ts'

/** The choice that takes an account away; no account has an empty code. */
const none = { id: '', name: say('panel.no-account-choice') }

/** A product group with the picker of its account. */
export function AccountRow({
  group,
  outletId,
  lists,
  onList,
}: {
  group: GroupOfOutlet
  outletId: OutletId
  lists: LedgerLists | null
  /** Shows the invoices that wait for its account. */
  onList: () => void
}) {
  const { store } = useSurface()
  const asking = useAsk()
  const [undoable, setUndoable] = useState<readonly ActivityRow[]>([])
  const usable = lists?.accounts.filter(account => account.active && account.allowed) ?? []
  const map = async (code: string) => {
    const account = code === none.id ? null : usable.find(entry => entry.code === code)?.code
    if (account === undefined || account === group.account) return
    setUndoable([])
    const since = await lastActivity(store)
    const reply = await asking.send('map-account', { outletId, groupId: group.id, account })
    if (reply.ok) setUndoable(await undoableSince(store, since, 'mapped'))
  }
  const trouble = troubleWith(group, lists)
  return (
    <li className="flex flex-col gap-1.5 border-b border-line/60 px-3 py-2">
      <div className="flex items-center gap-2">
        <div className="w-[34%] min-w-0 shrink-0">
          <p className="font-semibold">
            <bdi className="line-clamp-2 wrap-anywhere" title={group.name}>
              {group.name}
            </bdi>
          </p>
          {group.blocks > 0 && (
            <p className="numbers text-sm text-missing-ink">
              <Sentence
                words={say('panel.blocks', { invoices: slot('invoices'), sum: sumsInWords(group.value) })}
                slots={{
                  invoices: (
                    <button type="button" className="underline" onClick={onList}>
                      {sayCount('common.invoices', group.blocks)}
                    </button>
                  ),
                }}
              />
            </p>
          )}
          {group.account === null && group.blocks === 0 && (
            <p className="text-sm text-muted">{say('common.no-account')}</p>
          )}
        </div>
        <Combobox
          label={say('panel.account-of', { name: group.name })}
          placeholder={say('panel.choose-account')}
          disabled={lists === null || asking.busy !== null}
          options={[
            ...usable.map(({ code, name, type }) => ({ id: code, name: `${code} ${name}`, detail: type })),
            ...(group.account === null ? [] : [none]),
          ]}
          value={chosen(group.account, group.entry?.name)}
          onChoose={code => void map(code)}
          className="flex-1"
        />
      </div>
      {trouble && <p className="text-sm text-failed-ink">{trouble}</p>}
      <OutcomeLine outcome={asking.outcome}>
        {asking.outcome?.ok && undoable.length > 0 && <UndoButton activities={undoable} asking={asking} />}
      </OutcomeLine>
    </li>
  )
}

function chosen(account: AccountCode | null, name: string | undefined) {
  if (account === null) return null
  return { id: account, name: name === undefined ? account : `${account} ${name}` }
}

/** Why the account that is chosen will not do. */
function troubleWith({ account, entry }: GroupOfOutlet, lists: LedgerLists | null): string | null {
  if (account === null || lists === null) return null
  if (entry === null) return say('panel.account-gone', { account })
  if (!entry.active) return say('panel.account-archived', { account: `${account} ${entry.name}` })
  if (!entry.allowed) return say('panel.account-not-allowed', { account: `${account} ${entry.name}` })
  return null
}
