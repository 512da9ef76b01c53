import Big from 'big.js'
import type { BillLine } from './bill.ts'
import type { InvoiceDetail } from './invoice.ts'
import type { Mapping, ProductGroup } from './mapping.ts'
import { compare, equals, isZero, type Money, multiply, type Quantity } from './money.ts'
import { type Outlet, postingOf } from './outlet.ts'
import { shareCents } from './share-cents.ts'

/** A line of a bill before its tax is known. */
export type DraftLine = Omit<BillLine, 'taxCode' | 'tax' | 'tracking'> & {
  /** Of an item of the invoice: its product's group, if it has one. */
  group: ProductGroup | null
  /** A charge on the whole invoice is never grouped with its items. */
  charge: boolean
  /** How many lines of the invoice it stands for. */
  stands: number
}

/**
 * The invoice's lines, then its charges, each with its account and its amount with `decimals`. A charge goes to
 * the account that the outlet chose for its kind, else where its default points, else along with the largest line.
 */
export function draftLines(
  detail: InvoiceDetail,
  outlet: Outlet,
  mapping: Mapping,
  decimals: number,
): DraftLine[] {
  const charges = detail.charges.filter(({ amount }) => !isZero(amount))
  const amounts = toCents([...detail.lines, ...charges], detail, decimals)
  const amountOf = (index: number) => amounts[index] ?? ('0' as Money)
  const lines = detail.lines.map<DraftLine>((line, index) => {
    const group = (line.product && (mapping.groupOf(line.product.id) ?? line.product.group)) || null
    return {
      description: lineText(line.description, line.product?.name),
      ...priced({ ...line, amount: amountOf(index) }),
      account: (group && mapping.accountOf(group.id)) ?? outlet.defaultAccount,
      taxRate: line.taxRate,
      group,
      charge: false,
      stands: 1,
    }
  })
  const { chargeAccounts } = postingOf(outlet)
  const otherwise = otherwiseAccount(lines, outlet)
  const drafts = charges.map<DraftLine>(({ kind, description, taxRate }, index) => ({
    description: lineText(description, kind),
    ...single(amountOf(lines.length + index)),
    account: chargeAccounts[kind] ?? otherwise,
    taxRate,
    group: null,
    charge: true,
    stands: 1,
  }))
  return [...lines, ...drafts]
}

/** Where a charge goes for whose kind no account was chosen. */
export function otherwiseAccount(lines: readonly DraftLine[], outlet: Outlet): DraftLine['account'] {
  return outlet.defaultAccount ?? largest(lines)?.account ?? null
}

/** One of an amount. */
export function single(amount: Money): Pick<DraftLine, 'quantity' | 'unitAmount' | 'amount'> {
  return { quantity: '1' as Quantity, unitAmount: amount, amount }
}

/**
 * Amounts as ledgers keep them. One that is printed finer is rounded, up or down, as brings the bill to the
 * invoice's own sum.
 */
function toCents(
  parts: readonly { amount: Money }[],
  { amountsIncludeTax, total, taxTotal }: InvoiceDetail,
  decimals: number,
): Money[] {
  const exact = parts.map(({ amount }) => new Big(amount))
  const cent = new Big(10).pow(-decimals)
  const shared = shareCents(exact, amountsIncludeTax ? new Big(total) : new Big(total).minus(taxTotal), {
    decimals,
    may: (index, value) =>
      value
        .minus(exact[index] ?? 0)
        .abs()
        .lt(cent),
  })
  return shared.map(amount => amount.toFixed(decimals) as Money)
}

/**
 * Quantity and price where they make the amount within the four decimals that ledgers take and the two to which
 * they round; else one of the amount itself.
 */
function priced({ quantity, unitPrice, amount }: { quantity: Quantity; unitPrice: Money; amount: Money }) {
  const short = [quantity, unitPrice].every(value => (value.split('.')[1] ?? '').length <= 4)
  const makes = short && !isZero(quantity) && equals(multiply(quantity, unitPrice), amount)
  if (!makes) return single(amount)
  const bothNegative = new Big(quantity).lt(0) && new Big(unitPrice).lt(0)
  return bothNegative
    ? { quantity: positive(quantity), unitAmount: positive(unitPrice), amount }
    : { quantity, unitAmount: unitPrice, amount }
}

const positive = <T extends string>(value: T) => value.replace('-', '') as T

function largest(lines: readonly DraftLine[]): DraftLine | undefined {
  return lines.reduce<DraftLine | undefined>(
    (most, line) => (most === undefined || compare(line.amount, most.amount) > 0 ? line : most),
    undefined,
  )
}

/** A description as a ledger takes it: never empty, no control characters, at most 4,000 characters. */
function lineText(description: string, otherwise: string | undefined): string {
  const clean = (value: string) => value.replace(/\p{Cc}+/gu, ' ').trim()
  return (clean(description) || clean(otherwise ?? '') || 'Item').slice(0, 4000)
}
