import { Combobox } from '#components/Combobox.tsx'
import type { ChargeKind } from '#lib/domain/invoice.ts'
import type { LedgerLists } from '#lib/domain/ledger-lists.ts'
import { type Outlet, postingOf } from '#lib/domain/outlet.ts'
import { say } from '#lib/words/say.ts'
import { accountOptions } from './account-options.ts'
import type { OutletChange } from './OutletCard.tsx'

const kinds: readonly { kind: ChargeKind; name: string }[] = [
  { kind: 'delivery', name: say('options.delivery') },
  { kind: 'deposit', name: say('options.deposits') },
  { kind: 'allowance', name: say('options.discounts') },
  { kind: 'charge', name: say('options.other-charges') },
  { kind: 'rounding', name: say('options.rounding') },
]

/** Where the charges on a whole invoice go, kind by kind. */
export function ChargeAccounts({
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
  const { chargeAccounts } = postingOf(outlet)
  const otherwise = {
    id: '',
    name: say(outlet.defaultAccount ? 'options.the-default-account' : 'options.along-largest'),
  }
  const choose = (kind: ChargeKind, id: string) => {
    const { [kind]: _before, ...others } = chargeAccounts
    const account = lists.accounts.find(({ code }) => code === id)?.code
    onChange({ posting: { chargeAccounts: account ? { ...others, [kind]: account } : others } })
  }
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="pb-1.5 font-semibold">{say('options.charges')}</legend>
      {kinds.map(({ kind, name }) => {
        const chosen = chargeAccounts[kind]
        const options = accountOptions(lists)
        const known = options.find(({ id }) => id === chosen)
        return (
          <div key={kind} className="flex flex-col gap-0.5">
            <div className="flex items-center gap-2">
              <span aria-hidden="true" className="w-28 shrink-0">
                {name}
              </span>
              <Combobox
                label={say('options.charge-account', {
                  charge: name.toLocaleLowerCase(),
                  outlet: outlet.name,
                })}
                options={[otherwise, ...options]}
                value={known ?? (chosen ? { id: chosen, name: chosen } : otherwise)}
                disabled={disabled}
                onChoose={id => choose(kind, id)}
              />
            </div>
            {chosen && !known && <p className="text-sm text-failed-ink">{say('options.cannot-take')}</p>}
          </div>
        )
      })}
    </fieldset>
  )
}
