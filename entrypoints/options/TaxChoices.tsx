import { Select } from '#components/Select.tsx'
import type { LedgerLists } from '#lib/domain/ledger-lists.ts'
import { type Outlet, postingOf } from '#lib/domain/outlet.ts'
import { type RateToChoose, ratesToChoose } from '#lib/domain/rates-to-choose.ts'
import { say } from '#lib/words/say.ts'
import type { OutletChange } from './OutletCard.tsx'

/** Which tax code is meant, for each rate of which the ledger has several; nothing where none has. */
export function TaxChoices({
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
  const { taxCodes } = postingOf(outlet)
  const rates = ratesToChoose(lists, Object.keys(taxCodes))
  if (rates.length === 0) return null
  const choose = (rate: string, code: string) => {
    const { [rate]: _before, ...others } = taxCodes
    onChange({ posting: { taxCodes: code === '' ? others : { ...others, [rate]: code } } })
  }
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="pb-1.5 font-semibold">{say('options.several-rates')}</legend>
      {rates.map(({ rate, usual, codes }) => {
        const chosen = taxCodes[rate]
        const gone = chosen !== undefined && !codes.some(({ code }) => code === chosen)
        return (
          <div key={rate} className="flex flex-col gap-0.5">
            <div className="flex items-center gap-2">
              <span aria-hidden="true" className="numbers w-28 shrink-0">{`${rate} %`}</span>
              <Select
                label={say('options.tax-code-of', { rate })}
                labelEnd={say('options.for-outlet', { outlet: outlet.name })}
                hideLabel
                className="flex-1"
                value={chosen ?? ''}
                disabled={disabled}
                onChange={code => choose(rate, code)}
              >
                <option value="">{usualWords(usual)}</option>
                {gone && <option value={chosen}>{say('options.gone-from-ledger', { name: chosen })}</option>}
                {codes.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </Select>
            </div>
            {gone && <p className="text-sm text-failed-ink">{say('options.nothing-posted')}</p>}
          </div>
        )
      })}
    </fieldset>
  )
}

function usualWords(usual: RateToChoose['usual']): string {
  return usual === null
    ? say('options.accounts-own-none')
    : say('options.accounts-own-else', { name: usual.name })
}
