import type { CompanySeed } from './books/company-seed.ts'
import { restaurantAccounts } from './seed/accounts.ts'
import { europeanTaxes, singaporeTaxes, unitedStatesTaxes } from './seed/taxes.ts'
import { type SupplierSeed, vendorsAndCustomers } from './seed/vendors.ts'

export type SeedOptions = {
  /** Suppliers to make vendors of: one list for every company, or a list by company name. */
  suppliers?: readonly SupplierSeed[] | ((company: string) => readonly SupplierSeed[])
  /** Names that get an inactive vendor instead of an active one. */
  inactive?: readonly string[]
}

/**
 * The three companies of the sandbox: one in Singapore, one in the Netherlands that deals in the currencies of the
 * region's suppliers, one in the United States. Same names in, same ids out.
 */
export function seedCompanies(options: SeedOptions = {}): CompanySeed[] {
  const { suppliers = [], inactive = [] } = options
  const names = (company: string): ReturnType<typeof vendorsAndCustomers> =>
    vendorsAndCustomers(typeof suppliers === 'function' ? suppliers(company) : suppliers, inactive)
  const orchard = 'Orchard Noodle House Pte Ltd'
  const canal = 'Canal House Brasserie B.V.'
  const bayside = 'Bayside Diner LLC'
  const foreign = ['GBP', 'USD', 'SEK', 'NOK', 'DKK']
  return [
    {
      realmId: '9130357849101101',
      name: orchard,
      country: 'SG',
      homeCurrency: 'SGD',
      timezone: 'Asia/Singapore',
      taxNumber: 'M90367890B',
      plan: 'plus',
      multicurrency: false,
      currencies: [],
      accounts: restaurantAccounts([]),
      ...singaporeTaxes(),
      ...names(orchard),
      ...outletTags,
    },
    {
      realmId: '9130357849101102',
      name: canal,
      country: 'NL',
      homeCurrency: 'EUR',
      timezone: 'Europe/Amsterdam',
      taxNumber: 'NL001234567B01',
      plan: 'plus',
      multicurrency: true,
      currencies: foreign,
      accounts: restaurantAccounts(foreign),
      ...europeanTaxes(),
      ...names(canal),
      ...outletTags,
    },
    {
      realmId: '9130357849101103',
      name: bayside,
      country: 'US',
      homeCurrency: 'USD',
      timezone: 'America/Los_Angeles',
      taxNumber: '94-0000000',
      plan: 'plus',
      multicurrency: false,
      currencies: [],
      accounts: restaurantAccounts([]),
      ...unitedStatesTaxes(),
      ...names(bayside),
      ...outletTags,
    },
  ]
}

const outletTags = {
  classes: ['Kitchen', 'Bar', 'Catering'],
  departments: ['Harbour Street Kitchen', 'Orchard Noodle House', 'Canal House Brasserie', 'Central kitchen'],
}
