import type { Option } from '#components/filter-options.ts'
import type { LedgerLists } from '#lib/domain/ledger-lists.ts'

/** The accounts that a bill's line may name, to choose from. */
export function accountOptions(lists: LedgerLists): Option[] {
  return lists.accounts
    .filter(account => account.active && account.allowed)
    .map(({ code, name, type }) => ({ id: code, name: `${code} ${name}`, detail: type }))
}
