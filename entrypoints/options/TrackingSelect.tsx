import { Select } from '#components/Select.tsx'
import type { LedgerLists } from '#lib/domain/ledger-lists.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import { say } from '#lib/words/say.ts'
import type { OutletChange } from './OutletCard.tsx'

/** The tracking option that is put on every line of an outlet's bills. */
export function TrackingSelect({
  outlet,
  lists,
  disabled,
  onChange,
}: {
  outlet: Outlet
  lists: LedgerLists
  disabled: boolean
  onChange: (change: OutletChange) => void
}) {
  const choices = lists.tracking.flatMap(({ name: category, options }) =>
    options.map(option => ({ category, option })),
  )
  const indexOf = (tracking: Outlet['tracking']) =>
    choices.findIndex(({ category, option }) => category === tracking?.category && option === tracking.option)
  const index = indexOf(outlet.tracking)
  const gone = outlet.tracking !== null && index < 0
  return (
    <div className="flex flex-col gap-1">
      <Select
        label={say('options.tracking')}
        labelEnd={say('options.for-outlet', { outlet: outlet.name })}
        value={outlet.tracking === null ? '' : String(index)}
        disabled={disabled}
        onChange={value => onChange({ tracking: value === '' ? null : (choices[Number(value)] ?? null) })}
      >
        <option value="">{say('common.none')}</option>
        {gone && (
          <option value="-1">
            {say('options.gone-from-ledger', { name: outlet.tracking?.option ?? '' })}
          </option>
        )}
        {choices.map(({ category, option }, at) => (
          <option key={`${category}\n${option}`} value={at}>
            {`${category}: ${option}`}
          </option>
        ))}
      </Select>
      {gone && <p className="text-sm text-failed-ink">{say('options.tracking-gone')}</p>}
    </div>
  )
}
