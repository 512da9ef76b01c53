import { randomUUID } from 'node:crypto'
import { classOf, takesBillLines } from '../books/account.ts'
import type { DocumentStatus, Line, LineAmountTypes, LineTracking } from '../books/ledger-document.ts'
import type { Account, Organisation, TaxRate } from '../books/organisation.ts'
import type { LineInput } from './document-input.ts'
import { lineAmounts, lineTax, round } from './line-amounts.ts'

export type LineContext = {
  organisation: Organisation
  types: LineAmountTypes
  status: DocumentStatus
  unitDecimals: 2 | 4
}

/** The line as it will stand in the books, and everything the ledger finds wrong with it. */
export function readLine(input: LineInput, context: LineContext): { line?: Line; errors: string[] } {
  const errors: string[] = []
  const account = accountOf(input, context, errors)
  const rate = rateOf(input, account, context, errors)
  const tracking = trackingOf(input, context.organisation, errors)
  if (input.DiscountRate?.gt(0) || input.DiscountAmount?.gt(0)) {
    errors.push('Discounts are only supported on ACCREC invoices and quotes')
  }
  const amounts = lineAmounts(input, context.unitDecimals)
  if ('error' in amounts) return { errors: [...errors, amounts.error] }
  const taxAmount =
    input.TaxAmount && context.types !== 'NoTax'
      ? round(input.TaxAmount)
      : lineTax(amounts.lineAmount, rate?.rate ?? 0, context.types)
  if (taxAmount.abs().gt(amounts.lineAmount.abs())) {
    errors.push(
      `The tax amount ${taxAmount.toFixed(2)} is greater than the line amount ${amounts.lineAmount.toFixed(2)}`,
    )
  }
  const line: Line = {
    lineId: input.LineItemID ?? randomUUID(),
    description: input.Description ?? '',
    ...amounts,
    taxType: rate?.taxType ?? 'NONE',
    taxAmount,
    accountCode: account?.code,
    accountId: account?.accountId,
    itemCode: input.ItemCode,
    tracking,
  }
  return { line, errors }
}

function accountOf(input: LineInput, { organisation, status }: LineContext, errors: string[]) {
  if (!input.AccountCode && !input.AccountID) {
    if (status !== 'DRAFT' && status !== 'DELETED') errors.push('Account code or ID must be specified')
    return undefined
  }
  const account = organisation.accounts.find(one =>
    input.AccountID ? one.accountId === input.AccountID.toLowerCase() : one.code === input.AccountCode,
  )
  const named = account?.code ?? input.AccountCode ?? input.AccountID
  if (!account || !takesBillLines(account)) {
    errors.push(`Account code '${named}' is not a valid code for this document.`)
    return undefined
  }
  if (account.status === 'ARCHIVED') {
    errors.push(`Account code '${named}' has been archived, or deleted.`)
    return undefined
  }
  return account
}

function rateOf(
  input: LineInput,
  account: Account | undefined,
  { organisation, types }: LineContext,
  errors: string[],
): TaxRate | undefined {
  if (types === 'NoTax') return undefined
  const taxType = input.TaxType || account?.taxType
  if (taxType === undefined) return undefined
  const rate = organisation.taxRates.find(one => one.taxType === taxType)
  if (!rate) {
    errors.push(`The TaxType code ${taxType} does not exist or cannot be used for this type of transaction.`)
    return undefined
  }
  if (rate.status === 'ARCHIVED') errors.push('Tax rate must be Active')
  else if (account && !applies(rate, account)) {
    errors.push(`The TaxType code '${taxType}' cannot be used with account code '${account.code}'.`)
  }
  return rate
}

/** Whether a tax rate may be used on lines of an account, by the account's class. */
function applies(rate: TaxRate, account: Account): boolean {
  const to = rate.appliesTo
  switch (classOf(account.type)) {
    case 'ASSET':
      return to.assets
    case 'EQUITY':
      return to.equity
    case 'EXPENSE':
      return to.expenses
    case 'LIABILITY':
      return to.liabilities
    case 'REVENUE':
      return to.revenue
  }
}

function trackingOf(input: LineInput, organisation: Organisation, errors: string[]): LineTracking[] {
  const wanted = input.Tracking ?? []
  if (wanted.length > 2) errors.push('A maximum of 2 tracking categories can be assigned to a line item')
  return wanted.flatMap(one => {
    const category = organisation.tracking.find(
      known => known.categoryId === one.TrackingCategoryID?.toLowerCase() || known.name === one.Name,
    )
    const option = category?.options.find(
      known => known.optionId === one.TrackingOptionID?.toLowerCase() || known.name === one.Option,
    )
    if (!category || !option || category.status !== 'ACTIVE' || option.status !== 'ACTIVE') {
      errors.push(
        `Invalid tracking category or option: '${one.Name ?? one.TrackingCategoryID ?? ''}', '${one.Option ?? one.TrackingOptionID ?? ''}'`,
      )
      return []
    }
    return [
      {
        categoryId: category.categoryId,
        optionId: option.optionId,
        name: category.name,
        option: option.name,
      },
    ]
  })
}
