import type { AccountCode } from './ids.ts'
import type { LedgerLists } from './ledger-lists.ts'
import type { Percent } from './money.ts'

/**
 * The ledger's tax code for a line of this rate: the account's own where its rate fits, else the first
 * active purchase rate of that percentage that may stand on the account, else one that may not (which
 * pre-flight tells); undefined where there is none. A line without an account still carries its tax.
 * Where a ledger's bills carry no tax, the one code that it has for them, or null.
 */
export function taxCodeFor(
  rate: Percent,
  account: AccountCode | null,
  lists: LedgerLists,
): string | null | undefined {
  if (lists.rules?.taxInAmounts) return lists.taxRates.find(tax => tax.active && tax.purchases)?.code ?? null
  const fitting = lists.taxRates.filter(tax => tax.active && tax.purchases && tax.rate === rate)
  const known = lists.accounts.find(({ code }) => code === account)
  const allowed = fitting.filter(
    tax => !known?.class || tax.classes === null || tax.classes.includes(known.class),
  )
  return (allowed.find(tax => tax.code === known?.taxCode) ?? allowed[0] ?? fitting[0])?.code
}
