import Big from 'big.js'
import { z } from 'zod'
import type { BillKind } from '#lib/domain/bill.ts'
import { BillWhole } from '#lib/domain/bill-whole.ts'
import type { BillId } from '#lib/domain/ids.ts'
import { LocalDate } from '#lib/domain/instant.ts'
import { type Currency, decimalsOf } from '#lib/domain/money.ts'
import type { CompanyFacts } from './company-facts.ts'
import { factsOf } from './facts-of.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'
import { readBill } from './read-bill.ts'
import { transactionsOf } from './read-bills.ts'
import { CLASS, LOCATION } from './tracking.ts'
import { Ref } from './wire-lists.ts'
import type { WireTransaction } from './wire-transaction.ts'

const amount = z.union([z.number(), z.string()]).transform(value => new Big(value))

const LineDetail = z.looseObject({
  AccountRef: Ref.nullish(),
  TaxCodeRef: Ref.nullish(),
  ClassRef: Ref.nullish(),
  Qty: amount.nullish(),
  UnitPrice: amount.nullish(),
})
const Line = z.looseObject({
  Description: z.string().nullish(),
  Amount: amount.default(new Big(0)),
  DetailType: z.string().default(''),
  AccountBasedExpenseLineDetail: LineDetail.nullish(),
  /** What a person bought by item; which account that is, is the item's affair. */
  ItemBasedExpenseLineDetail: LineDetail.nullish(),
})
const TaxLine = z.looseObject({
  Amount: amount.default(new Big(0)),
  TaxLineDetail: z
    .looseObject({ TaxPercent: z.coerce.number().nullish(), NetAmountTaxable: amount.nullish() })
    .nullish(),
})
/** What a transaction holds besides. */
const Detail = z.looseObject({
  DueDate: z.string().nullish(),
  DepartmentRef: Ref.nullish(),
  Line: z.array(Line).default([]),
  TxnTaxDetail: z
    .looseObject({ TotalTax: amount.nullish(), TaxLine: z.array(TaxLine).default([]) })
    .nullish(),
})

/** Bills as they stand now with their lines, in the order asked; null for one that is not there. */
export async function readWholeBills(
  company: QuickbooksCompany,
  bills: readonly { id: BillId; kind: BillKind }[],
): Promise<(BillWhole | null)[]> {
  const [seen, facts] = await Promise.all([transactionsOf(company, bills), factsOf(company)])
  return bills.map(({ kind }, index) => {
    const transaction = seen[index]
    return transaction ? readWhole(company, kind, transaction, facts) : null
  })
}

function readWhole(
  company: QuickbooksCompany,
  kind: BillKind,
  seen: WireTransaction,
  facts: CompanyFacts,
): BillWhole {
  const whole = Detail.parse(seen)
  const bill = readBill(company, kind, seen, facts.homeCurrency)
  const text = printed(bill.currency)
  const taxTotal = whole.TxnTaxDetail?.TotalTax ?? new Big(0)
  return BillWhole.parse({
    bill,
    dueDate: LocalDate.safeParse(whole.DueDate?.slice(0, 10)).data ?? null,
    // Amounts come without tax, unless a bill's tax has no place but in them.
    amountsIncludeTax: facts.rules.taxInAmounts,
    lines: whole.Line.map(line => {
      const detail = line.AccountBasedExpenseLineDetail ?? line.ItemBasedExpenseLineDetail
      const account = facts.accounts.find(({ id }) => id === detail?.AccountRef?.value)
      return {
        description: line.Description ?? '',
        quantity: (detail?.Qty ?? new Big(1)).toFixed(),
        unitAmount: (detail?.UnitPrice ?? line.Amount).toFixed(),
        amount: text(line.Amount),
        account: account?.code ?? null,
        taxCode: detail?.TaxCodeRef?.value ?? null,
        tax: facts.rules.taxInAmounts ? text(new Big(0)) : null,
        tracking: [
          ...tag(CLASS, facts.classes, detail?.ClassRef?.value),
          ...tag(LOCATION, facts.locations, whole.DepartmentRef?.value),
        ],
      }
    }),
    taxes: (whole.TxnTaxDetail?.TaxLine ?? []).map(({ Amount, TaxLineDetail }) => ({
      taxCode: null,
      taxRate: TaxLineDetail?.TaxPercent == null ? null : String(TaxLineDetail.TaxPercent),
      taxable: text(TaxLineDetail?.NetAmountTaxable ?? new Big(0)),
      tax: text(Amount),
    })),
    net: text(seen.TotalAmt.minus(taxTotal)),
    taxTotal: text(taxTotal),
  })
}

function tag(category: string, tags: readonly { id: string; name: string }[], id: string | undefined) {
  const found = tags.find(one => one.id === id)
  return found ? [{ category, option: found.name }] : []
}

function printed(currency: Currency): (value: Big) => string {
  return value => value.toFixed(decimalsOf(currency))
}
