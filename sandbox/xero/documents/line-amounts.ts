import Big from 'big.js'
import type { LineAmountTypes } from '../books/ledger-document.ts'

/** Amounts round half up (away from zero), as a ledger prints them. */
export const round = (amount: Big, decimals = 2): Big => amount.round(decimals, Big.roundHalfUp)

export type LineAmounts = { quantity: Big; unitAmount: Big; lineAmount: Big }

type Given = { Quantity?: Big | undefined; UnitAmount?: Big | undefined; LineAmount?: Big | undefined }

/**
 * Quantity, unit amount and line amount of a line of which two suffice: the missing one is computed. Unit amounts
 * keep two decimals, or four where the request asks for `unitdp=4`. All three must agree to the cent.
 * Gives the error text instead when they do not.
 */
export function lineAmounts(given: Given, unitDecimals: 2 | 4): LineAmounts | { error: string } {
  const quantity = given.Quantity && round(given.Quantity, 4)
  const unitAmount = given.UnitAmount && round(given.UnitAmount, unitDecimals)
  const lineAmount = given.LineAmount && round(given.LineAmount)
  if (unitAmount && lineAmount && !quantity) {
    return { quantity: divided(lineAmount, unitAmount), unitAmount, lineAmount }
  }
  if (lineAmount && !unitAmount) {
    const pieces = quantity ?? new Big(1)
    return { quantity: pieces, unitAmount: divided(lineAmount, pieces), lineAmount }
  }
  const pieces = quantity ?? new Big(unitAmount ? 1 : 0)
  const price = unitAmount ?? new Big(0)
  const expected = round(pieces.times(price))
  if (lineAmount && !lineAmount.eq(expected)) {
    return {
      error: `The line total ${lineAmount.toFixed(2)} does not match the expected line total ${expected.toFixed(2)}`,
    }
  }
  return { quantity: pieces, unitAmount: price, lineAmount: expected }
}

/**
 * The tax of a line, rounded by itself: on top of an exclusive amount, contained in an inclusive one, none else.
 * `rate` is a percentage.
 */
export function lineTax(lineAmount: Big, rate: number, types: LineAmountTypes): Big {
  if (types === 'NoTax' || rate === 0) return new Big(0)
  if (types === 'Exclusive') return round(lineAmount.times(rate).div(100))
  return round(lineAmount.minus(lineAmount.div(new Big(rate).div(100).plus(1))))
}

function divided(amount: Big, by: Big): Big {
  return by.eq(0) ? new Big(0) : round(amount.div(by), 4)
}
