import { Combobox } from '#components/Combobox.tsx'
import type { LedgerLists } from '#lib/domain/ledger-lists.ts'
import { modesFor, type Outlet } from '#lib/domain/outlet.ts'
import { say } from '#lib/words/say.ts'
import { accountOptions } from './account-options.ts'
import type { OutletChange } from './OutletCard.tsx'

/** Where Automatic puts what has no account, and any mode a charge without one of its own. */
export function DefaultAccount({
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
  const options = accountOptions(lists)
  const hasAutomatic = modesFor(outlet.connection?.ledger ?? null).includes('automatic')
  const none = { id: '', name: say(hasAutomatic ? 'options.none-draft-line' : 'common.none') }
  const chosen = options.find(({ id }) => id === outlet.defaultAccount)
  return (
    <div className="flex flex-col gap-0.5">
      <span aria-hidden="true" className="text-sm text-muted">
        {say('options.default-account')}
      </span>
      <Combobox
        label={say('options.default-account-for', { outlet: outlet.name })}
        options={[none, ...options]}
        disabled={disabled}
        value={
          chosen ??
          (outlet.defaultAccount ? { id: outlet.defaultAccount, name: outlet.defaultAccount } : none)
        }
        onChoose={id =>
          onChange({ defaultAccount: lists.accounts.find(({ code }) => code === id)?.code ?? null })
        }
      />
      <p className="pt-0.5 text-sm text-muted">
        {say(hasAutomatic ? 'options.default-automatic' : 'options.default-charges')}
      </p>
    </div>
  )
}
