import type { LedgerLists, TaxRate } from './ledger-lists.ts'
import type { Percent } from './money.ts'
import { chooseTax, isFor } from './tax-code.ts'

/** A rate of which a ledger has several codes for purchases. */
export interface RateToChoose {
  rate: Percent
  /** What is taken where neither the outlet nor the account says; null where all are for special cases. */
  usual: TaxRate | null
  codes: TaxRate[]
}

/** The rates in which a person may have to say which code is meant, and those in which one did; the highest first. */
export function ratesToChoose(lists: LedgerLists, chosen: readonly string[] = []): RateToChoose[] {
  if (lists.rules?.taxInAmounts) return []
  const usable = lists.taxRates.filter(tax => tax.active && tax.purchases && isFor(tax) !== 'sales')
  const rates = [...new Set(usable.map(({ rate }) => rate))].map<RateToChoose>(rate => {
    const codes = usable.filter(tax => tax.rate === rate)
    const tax = chooseTax({ rate, account: null, lists })
    const usual = 'none' in tax ? null : (codes.find(({ code }) => code === tax.code) ?? null)
    return { rate, usual, codes }
  })
  return rates
    .filter(({ rate, usual, codes }) => codes.length > 1 || usual === null || chosen.includes(rate))
    .sort((one, other) => Number(other.rate) - Number(one.rate))
}
