import { Select } from '#components/Select.tsx'
import type { LedgerLists } from '#lib/domain/ledger-lists.ts'
import { type Outlet, postingOf } from '#lib/domain/outlet.ts'
import { say } from '#lib/words/say.ts'
import { ChargeAccounts } from './ChargeAccounts.tsx'
import type { OutletChange } from './OutletCard.tsx'
import { TaxChoices } from './TaxChoices.tsx'
import { Tolerance } from './Tolerance.tsx'

const lineWords = {
  each: { name: say('options.each-line'), says: say('options.each-line-says') },
  'by-group': {
    name: say('options.by-group'),
    says: say('options.by-group-says'),
  },
}

/** What an outlet posts of its invoices: folded away, because the usual rule does for most. */
export function PostingChoices({
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
  const posting = postingOf(outlet)
  return (
    <details className="border-t border-line/60 pt-2">
      <summary className="text-muted">
        {say('options.what-is-posted')}{' '}
        <span className="sr-only">{say('options.for-outlet', { outlet: outlet.name })}</span>
      </summary>
      <div className="flex flex-col gap-4 pt-3">
        <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
          <div className="flex flex-col gap-1">
            <Select
              label={say('options.bill-lines')}
              labelEnd={say('options.for-outlet', { outlet: outlet.name })}
              value={posting.lines}
              disabled={disabled}
              onChange={value => onChange({ posting: { lines: value === 'by-group' ? 'by-group' : 'each' } })}
            >
              {(['each', 'by-group'] as const).map(lines => (
                <option key={lines} value={lines}>
                  {lineWords[lines].name}
                </option>
              ))}
            </Select>
            <p className="text-sm text-muted">{lineWords[posting.lines].says}</p>
          </div>
          <Tolerance outlet={outlet} disabled={disabled} onChange={onChange} />
        </div>
        <ChargeAccounts outlet={outlet} lists={lists} disabled={disabled} onChange={onChange} />
        <TaxChoices outlet={outlet} lists={lists} disabled={disabled} onChange={onChange} />
        <p className="text-sm text-muted">{say('options.from-now-on')}</p>
      </div>
    </details>
  )
}
