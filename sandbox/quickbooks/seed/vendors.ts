import type { VendorSeed } from '../books/company-seed.ts'

/** A supplier by name, or with the currency it bills in and its tax number. */
export type SupplierSeed = string | Omit<VendorSeed, 'inactive'>

/** Every so many suppliers one is left out, so that its vendor has to be made by whoever posts its first bill. */
const MISSING_EVERY = 6

/**
 * The vendors of the given suppliers but a few, one inactive vendor, and a customer that bears the name of a
 * supplier left out: making a vendor of that name is refused (6240).
 */
export function vendorsAndCustomers(
  suppliers: readonly SupplierSeed[],
  inactive: readonly string[],
): { vendors: VendorSeed[]; customers: string[] } {
  const named = suppliers.map(supplier => (typeof supplier === 'string' ? { name: supplier } : supplier))
  const unique = [...new Map(named.map(supplier => [supplier.name, supplier])).values()]
  const leftOut = ({ name }: VendorSeed, index: number): boolean =>
    !inactive.includes(name) && index % MISSING_EVERY === MISSING_EVERY - 1
  const missing = unique.filter(leftOut).map(supplier => supplier.name)
  return {
    vendors: [
      ...unique
        .filter((supplier, index) => !leftOut(supplier, index))
        .map(supplier => ({ ...supplier, inactive: inactive.includes(supplier.name) })),
      { name: 'Old Quay Provisions (closed)', inactive: true },
    ],
    customers: [missing[0] ?? 'Corner Events Catering'],
  }
}
