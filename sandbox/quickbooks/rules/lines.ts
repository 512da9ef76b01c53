import Big from 'big.js'
import { type Company, isUnitedStates } from '../books/company.ts'
import type { Line, TaxCalculation } from '../books/transaction.ts'
import type { Settings } from '../control/settings.ts'
import { accountOf, classOf, taxCodeOf } from './references.ts'
import { refuse } from './refusals.ts'
import { netOf, percentOf, purchaseRates } from './tax.ts'
import type { LineInput } from './transaction-input.ts'

export type LineContext = {
  company: Company
  calculation: TaxCalculation
  bareInclusiveAmount: Settings['bareInclusiveAmount']
  /** The ids that lines of the transaction have already. */
  known: readonly string[]
}

/** The lines of a transaction as they will stand. @throws ApiFault */
export function linesOf(inputs: readonly LineInput[], context: LineContext): Line[] {
  if (inputs.length === 0) throw refuse.missing('Line')
  const taken = inputs.flatMap(input => (context.known.includes(input.Id ?? '') ? Number(input.Id) : []))
  let last = Math.max(0, ...taken, ...context.known.map(Number))
  return inputs.map(input => {
    const kept = input.Id !== undefined && context.known.includes(input.Id)
    if (!kept) last += 1
    return lineOf(input, kept ? (input.Id ?? '') : String(last), context)
  })
}

function lineOf(input: LineInput, id: string, context: LineContext): Line {
  const { company } = context
  if (input.DetailType === 'ItemBasedExpenseLineDetail') {
    throw refuse.unreadable('This sandbox keeps no items: use lines by account', 'DetailType')
  }
  const detail = input.AccountBasedExpenseLineDetail
  if (detail === undefined) throw refuse.missing(input.DetailType)
  if (detail.AccountRef === undefined) throw refuse.missingAccount()
  const account = accountOf(company, detail.AccountRef)
  if (account.type === 'Accounts Payable') {
    throw refuse.business("You can't use an Accounts Payable account on the detail portion of a Bill.")
  }
  if (account.type === 'Accounts Receivable') {
    throw refuse.business('When you use Accounts Receivable, you must choose a customer in the Name field.')
  }
  const amount = input.Amount.round(2, Big.roundHalfUp)
  return {
    id,
    description: input.Description,
    accountId: account.id,
    classId: classOf(company, detail.ClassRef)?.id,
    ...taxed(amount, detail.TaxInclusiveAmt, detail.TaxCodeRef, context),
  }
}

function taxed(
  amount: Big,
  inclusive: Big | undefined,
  ref: { value: string } | undefined,
  { company, calculation, bareInclusiveAmount }: LineContext,
): Pick<Line, 'amount' | 'gross' | 'taxCodeId'> {
  const code = taxCodeOf(company, ref)
  if (isUnitedStates(company)) return { amount, taxCodeId: code?.id ?? 'NON' }
  if (calculation === 'NotApplicable') return { amount }
  if (!code) {
    const tax = company.country === 'SG' ? 'GST' : 'VAT'
    throw refuse.business(`Make sure all your transactions have a ${tax} rate before you save.`)
  }
  const percent = percentOf(purchaseRates(company, code))
  if (calculation === 'TaxExcluded') return { amount, taxCodeId: code.id }
  const gross = inclusive?.round(2, Big.roundHalfUp) ?? (bareInclusiveAmount === 'gross' ? amount : undefined)
  if (gross !== undefined) return { amount: netOf(gross, percent), gross, taxCodeId: code.id }
  const tax = amount.times(percent).div(100).round(2, Big.roundHalfUp)
  return { amount, gross: amount.plus(tax), taxCodeId: code.id }
}
