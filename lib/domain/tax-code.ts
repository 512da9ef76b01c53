import type { AccountCode } from './ids.ts'
import type { Account, LedgerLists, TaxRate } from './ledger-lists.ts'
import type { Percent } from './money.ts'
import { type TaxTreatment, treatmentOf } from './tax-treatment.ts'

/** The tax code of a line, and why it is this one. */
export interface ChosenTax {
  /** Null where a ledger's bills carry no tax and it has no code for them. */
  code: string | null
  name: string
  /** `account`: the account's own; `outlet`: chosen for the rate in the options; `usual`: what purchases usually bear. */
  why: 'outlet' | 'account' | 'usual'
  /** What else bears this rate and may stand on the account: a person may have meant one of them. */
  others: TaxRate[]
}

/** Without a tax code: none bears the rate, it is archived, or all that bear it are for special cases. */
export type NoTax = { none: 'missing' | 'inactive' | 'special'; rates: TaxRate[] }

/**
 * What may be taken without being asked for, the first first. Reverse charges, imports, blocked tax and the like
 * have the rate of ordinary purchases in the UK, in the EU and in Singapore, and would be declared wrongly.
 */
const usual: readonly TaxTreatment[] = ['standard']
const usualAtZero: readonly TaxTreatment[] = [
  'zero-rated',
  'standard',
  'exempt',
  'out-of-scope',
  'unregistered',
]
/** Of a supplier that charges no tax at all; only Singapore's lists have a code of its own for that. */
const usualUntaxed: readonly TaxTreatment[] = ['unregistered', ...usualAtZero]

/** Tax that the supplier charged is no tax that the buyer owes itself, nor one on what is sold. */
const neverCharged: ReadonlySet<TaxTreatment> = new Set(['reverse-charge', 'import', 'adjustment', 'sales'])

/**
 * The ledger's tax code for a line of this rate: the outlet's choice for the rate, else the account's own where it
 * fits, else the code that ordinary purchases of that rate bear in the organisation's region; never one for a special
 * case. Among several of a kind the first by code, whatever the order of the ledger's list. Codes that may not stand
 * on the account are taken only where there is no other (which pre-flight tells).
 */
export function chooseTax({
  rate,
  account,
  lists,
  chosen,
  untaxed = false,
}: {
  rate: Percent
  /** A line without an account still carries its tax. */
  account: AccountCode | null
  lists: LedgerLists
  /** The code that the outlet chose for this rate. */
  chosen?: string | undefined
  /** The invoice charges no tax at all. */
  untaxed?: boolean
}): ChosenTax | NoTax {
  if (lists.rules?.taxInAmounts) {
    const only = lists.taxRates.find(tax => tax.active && tax.purchases)
    return { code: only?.code ?? null, name: only?.name ?? '', why: 'usual', others: [] }
  }
  const bearing = lists.taxRates.filter(tax => tax.purchases && tax.rate === rate).sort(byCode)
  const active = bearing.filter(tax => tax.active)
  const known = lists.accounts.find(({ code }) => code === account)
  const allowed = active.filter(tax => standsOn(tax, known))
  if (chosen !== undefined) {
    const own = allowed.find(tax => tax.code === chosen) ?? active.find(tax => tax.code === chosen)
    // Gone since it was chosen: what else bears the rate was not meant.
    if (!own) return { none: 'inactive', rates: bearing.filter(tax => tax.code === chosen) }
    return taken(own, 'outlet', allowed)
  }
  const fits = allowed.find(tax => tax.code === known?.taxCode)
  if (fits && !(Number(rate) > 0 && neverCharged.has(isFor(fits)))) return taken(fits, 'account', allowed)
  const order = Number(rate) > 0 ? usual : untaxed ? usualUntaxed : usualAtZero
  const first = firstOf(allowed, order) ?? firstOf(active, order)
  return first ? taken(first, 'usual', allowed) : none(bearing)
}

/** What a code is for; lists that were read before this was asked tell it by their codes and names. */
export function isFor(tax: TaxRate): TaxTreatment {
  return tax.treatment ?? treatmentOf(tax)
}

function standsOn({ classes }: TaxRate, account: Account | undefined): boolean {
  return !account?.class || classes === null || classes.includes(account.class)
}

function firstOf(rates: readonly TaxRate[], order: readonly TaxTreatment[]): TaxRate | undefined {
  for (const treatment of order) {
    const first = rates.find(tax => isFor(tax) === treatment)
    if (first) return first
  }
  return undefined
}

function taken(tax: TaxRate, why: ChosenTax['why'], among: readonly TaxRate[]): ChosenTax {
  const others = among.filter(other => other.code !== tax.code && isFor(other) !== 'sales')
  return { code: tax.code, name: tax.name, why, others }
}

function none(bearing: TaxRate[]): NoTax {
  if (bearing.length === 0) return { none: 'missing', rates: [] }
  const active = bearing.filter(tax => tax.active)
  return active.length === 0 ? { none: 'inactive', rates: bearing } : { none: 'special', rates: active }
}

const byCode = (one: TaxRate, other: TaxRate) => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0)
