/** The subscriptions a company can have, as far as bills know a difference between them. */
export type Plan = 'simple-start' | 'essentials' | 'plus' | 'advanced'

const skus: Record<Plan, string> = {
  'simple-start': 'QuickBooks Online Simple Start',
  essentials: 'QuickBooks Online Essentials',
  plus: 'QuickBooks Online Plus',
  advanced: 'QuickBooks Online Advanced',
}

/** The plan's name as `CompanyInfo` reports it under `OfferingSku`. */
export function offeringSku(plan: Plan): string {
  return skus[plan]
}

/** Simple Start keeps no bills. */
export function keepsBills(plan: Plan): boolean {
  return plan !== 'simple-start'
}

/** Classes, locations and item lines come with Plus and above. */
export function tracksClassesAndLocations(plan: Plan): boolean {
  return plan === 'plus' || plan === 'advanced'
}
