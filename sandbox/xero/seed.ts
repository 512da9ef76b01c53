import type { ContactSeed, OrganisationSeed } from './books/organisation-seed.ts'
import { stableUuid } from './books/stable-uuid.ts'
import { restaurantAccounts } from './seed/accounts.ts'
import { europeanTaxRates, singaporeTaxRates } from './seed/tax-rates.ts'

export type SeedOptions = {
  /** Supplier names to make contacts of: one list for every organisation, or a list by organisation name. */
  suppliers?: readonly string[] | ((organisation: string) => readonly string[])
  /** Names that get an archived contact instead of an active one. */
  archived?: readonly string[]
}

/** Every so many suppliers one is left out, so that its contact has to be made by whoever posts its first bill. */
const MISSING_EVERY = 6

/**
 * The three organisations of the sandbox: two in Singapore dollars, one in euro that also takes the currencies
 * of the region's suppliers. Same names in, same ids out.
 */
export function seedOrganisations(options: SeedOptions = {}): OrganisationSeed[] {
  const singapore = (name: string, taxNumber: string): OrganisationSeed => ({
    tenantId: stableUuid(`organisation:${name}`),
    name,
    countryCode: 'SG',
    baseCurrency: 'SGD',
    currencies: ['SGD', 'MYR'],
    timezone: 'SINGAPORESTANDARDTIME',
    taxNumber,
    accounts: restaurantAccounts({ purchases: 'INPUTY24', sales: 'OUTPUTY24' }),
    taxRates: singaporeTaxRates(),
    contacts: contacts(name, options),
    tracking: outletTracking,
  })
  const canalHouse = 'Canal House Brasserie B.V.'
  return [
    singapore('Harbour Street Kitchen Pte Ltd', 'M90312345A'),
    singapore('Orchard Noodle House Pte Ltd', 'M90367890B'),
    {
      tenantId: stableUuid(`organisation:${canalHouse}`),
      name: canalHouse,
      countryCode: 'NL',
      baseCurrency: 'EUR',
      currencies: ['EUR', 'NOK', 'DKK', 'SEK', 'GBP', 'USD'],
      timezone: 'WEUROPESTANDARDTIME',
      taxNumber: 'NL001234567B01',
      accounts: restaurantAccounts({ purchases: 'INPUT', sales: 'OUTPUT' }),
      taxRates: europeanTaxRates(),
      contacts: contacts(canalHouse, options),
      tracking: outletTracking,
    },
  ]
}

const outletTracking = [
  {
    name: 'Outlet',
    options: ['Harbour Street Kitchen', 'Orchard Noodle House', 'Canal House Brasserie', 'Central kitchen'],
  },
]

function contacts(organisation: string, { suppliers = [], archived = [] }: SeedOptions): ContactSeed[] {
  const names = typeof suppliers === 'function' ? suppliers(organisation) : suppliers
  const kept = [...new Set(names)].filter(
    (name, index) => archived.includes(name) || index % MISSING_EVERY !== MISSING_EVERY - 1,
  )
  return [
    ...kept.map(name => ({ name, archived: archived.includes(name) })),
    { name: 'Old Quay Provisions (closed)', archived: true },
  ]
}
