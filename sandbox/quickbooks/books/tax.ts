import type { Stamp } from './stamp.ts'

/** A percentage of one tax agency; `percent` as printed, 9 for 9 %. */
export type TaxRate = Stamp & { id: string; name: string; percent: number; active: boolean }

/**
 * What a line is taxed with. Sales and purchases have rates of their own; a code without purchase rates is
 * of no use on a bill. In the US the ids are `TAX` and `NON`, and bills carry no tax.
 */
export type TaxCode = Stamp & {
  id: string
  name: string
  description: string
  active: boolean
  taxable: boolean
  salesRateIds: string[]
  purchaseRateIds: string[]
}
