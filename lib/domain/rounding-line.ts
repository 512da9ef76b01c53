import Big from 'big.js'
import { type DraftLine, otherwiseAccount, single } from './draft-lines.ts'
import { isZero, type Money, type Percent } from './money.ts'
import { type Outlet, postingOf } from './outlet.ts'

/**
 * The visible line that closes what is left between an invoice's total and its bill's: untaxed, on the outlet's
 * account for rounding. Null where nothing is left, or more than the outlet tolerates.
 */
export function roundingLine(
  difference: Money,
  lines: readonly DraftLine[],
  outlet: Outlet,
): DraftLine | null {
  const { chargeAccounts, tolerance } = postingOf(outlet)
  if (isZero(difference) || new Big(difference).abs().gt(tolerance)) return null
  return {
    description: 'Rounding',
    ...single(difference),
    account: chargeAccounts.rounding ?? otherwiseAccount(lines, outlet),
    taxRate: '0' as Percent,
    group: null,
    charge: true,
    stands: 1,
  }
}
