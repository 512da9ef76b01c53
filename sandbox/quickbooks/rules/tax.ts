import Big from 'big.js'
import type { Company } from '../books/company.ts'
import type { TaxCode, TaxRate } from '../books/tax.ts'
import type { Line, TaxCalculation, TaxLine } from '../books/transaction.ts'
import { refuse } from './refusals.ts'
import type { TaxDetailInput } from './transaction-input.ts'

/** The rates at which a purchase under this code is taxed. @throws ApiFault 6470 where it has none */
export function purchaseRates(company: Company, code: TaxCode): TaxRate[] {
  const rates = company.taxRates.filter(rate => code.purchaseRateIds.includes(rate.id))
  if (rates.length === 0) throw refuse.taxRate(`The tax code ${code.name} has no rate for purchases.`)
  return rates
}

/** The percentages of the rates together. */
export function percentOf(rates: readonly TaxRate[]): Big {
  return rates.reduce((sum, rate) => sum.plus(rate.percent), new Big(0))
}

/** The net of an amount that holds tax of this percentage, rounded half up to the cent: once per line. */
export function netOf(gross: Big, percent: Big): Big {
  return gross.times(100).div(percent.plus(100)).round(2, Big.roundHalfUp)
}

/**
 * The tax lines of a transaction, one a rate. Without tax in the amounts a rate is applied to the sum of its
 * lines and rounded once; with tax in them each line's own tax, already rounded, is summed.
 */
export function taxLinesOf(company: Company, lines: readonly Line[], calculation: TaxCalculation): TaxLine[] {
  if (calculation === 'NotApplicable') return []
  const byRate = new Map<string, TaxLine>()
  for (const line of lines) {
    const code = company.taxCodes.find(one => one.id === line.taxCodeId)
    if (!code) continue
    const rates = purchaseRates(company, code)
    let left = (line.gross ?? line.amount).minus(line.amount)
    for (const [index, rate] of rates.entries()) {
      const seen = byRate.get(rate.id) ?? empty(rate)
      const share = index === rates.length - 1 ? left : line.amount.times(rate.percent).div(100).round(2)
      left = left.minus(share)
      seen.net = seen.net.plus(line.amount)
      seen.amount = seen.amount.plus(calculation === 'TaxInclusive' ? share : 0)
      byRate.set(rate.id, seen)
    }
  }
  const taxLines = [...byRate.values()]
  if (calculation === 'TaxInclusive') return taxLines
  return taxLines.map(one => ({
    ...one,
    amount: one.net.times(one.percent).div(100).round(2, Big.roundHalfUp),
  }))
}

const empty = (rate: TaxRate): TaxLine => ({
  rateId: rate.id,
  percent: rate.percent,
  net: new Big(0),
  amount: new Big(0),
})

/**
 * Puts the tax that an app states in the place of the computed one: by rate, or as a total where there is one
 * rate only.
 * @throws ApiFault 6470 for a rate that no line bears, 6000 for a total that several rates cannot share
 */
export function overridden(taxLines: readonly TaxLine[], given: TaxDetailInput | undefined): TaxLine[] {
  const stated = given?.TaxLine ?? []
  for (const line of stated) {
    const rateId = line.TaxLineDetail.TaxRateRef.value
    if (!taxLines.some(one => one.rateId === rateId)) {
      throw refuse.taxRate(`No line of the transaction has the tax rate ${rateId}.`)
    }
  }
  const byRate = taxLines.map(one => {
    const line = stated.find(({ TaxLineDetail }) => TaxLineDetail.TaxRateRef.value === one.rateId)
    return line === undefined ? one : moved(one, line.Amount)
  })
  const total = byRate.reduce((sum, one) => sum.plus(one.amount), new Big(0))
  if (given?.TotalTax === undefined || given.TotalTax.eq(total)) return byRate
  const [only] = byRate
  if (stated.length === 0 && byRate.length === 1 && only) return [moved(only, given.TotalTax)]
  throw refuse.business(`The total tax ${given.TotalTax.toFixed(2)} is not the sum of the tax lines.`)
}

function moved(line: TaxLine, to: Big): TaxLine {
  const amount = to.round(2, Big.roundHalfUp)
  return amount.eq(line.amount) ? line : { ...line, amount, override: amount.minus(line.amount) }
}
