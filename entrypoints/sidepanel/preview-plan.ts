import { add, type Currency, decimalsOf, type Money } from '#lib/domain/money.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import type { ProductsOfOutlets } from '#lib/store/queries/products-of.ts'
import { type Unlocked, unlocksByAssigning } from '#lib/suggest/unlocks.ts'
import type { Plan } from './plan-assignment.ts'

/** What a plan would unlock in all its outlets; `mapped`: whether the group has an account in any of them. */
export interface Preview extends Unlocked {
  mapped: boolean
}

/** Adds up what each outlet's part of the plan would unlock there. Pure. */
export function previewPlan(
  { assignments }: Plan,
  parts: ProductsOfOutlets['parts'],
  outlets: readonly Outlet[],
): Preview {
  const value = new Map<Currency, Money>()
  const preview = { invoices: 0, stillBlocked: 0, mapped: false }
  for (const { outletId, productIds, groupId } of assignments) {
    const part = parts.get(outletId)
    const outlet = outlets.find(({ id }) => id === outletId)
    // Where Foodrazor exports, its own integration knows the accounts.
    const mapped = outlet?.exporter === 'foodrazor' || part?.withAccount.has(groupId) === true
    const unlocked = unlocksByAssigning(part?.yellow ?? [], new Set(productIds), mapped)
    preview.mapped ||= mapped
    preview.invoices += unlocked.invoices
    preview.stillBlocked += unlocked.stillBlocked
    for (const { currency, total } of unlocked.value)
      value.set(currency, add(value.get(currency) ?? ('0' as Money), total, decimalsOf(currency)))
  }
  return { ...preview, value: [...value].map(([currency, total]) => ({ currency, total })) }
}
