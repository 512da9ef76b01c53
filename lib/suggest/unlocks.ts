import type { Assessment } from '../domain/assessment.ts'
import type { GroupId, ProductId } from '../domain/ids.ts'
import { add, type Currency, decimalsOf, type Money } from '../domain/money.ts'

/** A yellow invoice, as far as a preview needs it. */
export interface Blocked {
  total: Money
  currency: Currency
  assessment: Assessment
}

export interface Unlocked {
  /** Invoices that would have nothing missing any more. */
  invoices: number
  /** Their value, per currency. */
  value: { currency: Currency; total: Money }[]
  /** Invoices that hold one of the products and would still lack something else. */
  stillBlocked: number
}

/**
 * What giving these products this group would unlock, before anyone clicks: an invoice turns ready once none
 * of its products lacks a group and none of its groups lacks an account. `hasAccount`: whether the chosen
 * group has one (true where Foodrazor's own integration knows better). Pure.
 */
export function unlocksByAssigning(
  blocked: readonly Blocked[],
  products: ReadonlySet<ProductId>,
  hasAccount: boolean,
): Unlocked {
  return tally(blocked, invoice => {
    const missing = missingProducts(invoice.assessment)
    if (!missing.some(id => products.has(id))) return 'not-concerned'
    const left = missing.some(id => !products.has(id)) || missingGroups(invoice.assessment).length > 0
    return left || !hasAccount ? 'still-blocked' : 'unlocked'
  })
}

/** What giving these groups an account would unlock. Pure. */
export function unlocksByMapping(blocked: readonly Blocked[], groups: ReadonlySet<GroupId>): Unlocked {
  return tally(blocked, invoice => {
    const missing = missingGroups(invoice.assessment)
    if (!missing.some(id => groups.has(id))) return 'not-concerned'
    const left = missing.some(id => !groups.has(id)) || missingProducts(invoice.assessment).length > 0
    return left ? 'still-blocked' : 'unlocked'
  })
}

function tally(
  blocked: readonly Blocked[],
  judge: (invoice: Blocked) => 'unlocked' | 'still-blocked' | 'not-concerned',
): Unlocked {
  const value = new Map<Currency, Money>()
  let invoices = 0
  let stillBlocked = 0
  for (const invoice of blocked) {
    const verdict = judge(invoice)
    if (verdict === 'still-blocked') stillBlocked += 1
    if (verdict !== 'unlocked') continue
    invoices += 1
    const { currency, total } = invoice
    value.set(currency, add(value.get(currency) ?? ('0' as Money), total, decimalsOf(currency)))
  }
  return { invoices, value: [...value].map(([currency, total]) => ({ currency, total })), stillBlocked }
}

/** The products that an assessment names as lacking a group. */
export function missingProducts(assessment: Assessment): ProductId[] {
  return assessment.reasons.flatMap(reason =>
    reason.kind === 'products-without-group' ? reason.products.map(({ id }) => id) : [],
  )
}

/** The groups that an assessment names as lacking an account. */
export function missingGroups(assessment: Assessment): GroupId[] {
  return assessment.reasons.flatMap(reason =>
    reason.kind === 'groups-without-account' ? reason.groups.map(({ id }) => id) : [],
  )
}
