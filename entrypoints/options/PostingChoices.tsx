import { Select } from '#components/Select.tsx'
import type { LedgerLists } from '#lib/domain/ledger-lists.ts'
import { type Outlet, postingOf } from '#lib/domain/outlet.ts'
import { ChargeAccounts } from './ChargeAccounts.tsx'
import type { OutletChange } from './OutletCard.tsx'
import { TaxChoices } from './TaxChoices.tsx'
import { Tolerance } from './Tolerance.tsx'

const lineWords = {
  each: { name: 'One for each line of the invoice', says: 'Descriptions, quantities and prices go along.' },
  'by-group': {
    name: 'One for each product group',
    says: 'Each names its group and says how many lines it stands for. Other accounts and tax rates stay apart.',
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
        What is posted <span className="sr-only">{`for ${outlet.name}`}</span>
      </summary>
      <div className="flex flex-col gap-4 pt-3">
        <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
          <div className="flex flex-col gap-1">
            <Select
              label="Lines of a bill"
              labelEnd={`for ${outlet.name}`}
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
        <p className="text-sm text-muted">
          A change holds for what is exported from now on. Bills that stand are left as they are.
        </p>
      </div>
    </details>
  )
}
