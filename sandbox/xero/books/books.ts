import type { Contact, Organisation } from './organisation.ts'
import type { ContactSeed, OrganisationSeed } from './organisation-seed.ts'
import { stableUuid } from './stable-uuid.ts'

/** The books of all organisations of one sandbox. */
export type Books = {
  readonly organisations: Organisation[]
  /** The organisation with this tenant id, if there is one. */
  organisation(tenantId: string): Organisation | undefined
  /** Puts every organisation back to its seed; ids stay what they were. */
  reset(): void
}

/** Opens books from seeds; `clock` dates what stands in them from the start. */
export function openBooks(seeds: readonly OrganisationSeed[], clock: () => Date): Books {
  const organisations = seeds.map(seed => found(seed, clock()))
  return {
    organisations,
    organisation: tenantId => organisations.find(one => one.tenantId === tenantId),
    reset: () => {
      organisations.splice(0, organisations.length, ...seeds.map(seed => found(seed, clock())))
    },
  }
}

function found(seed: OrganisationSeed, now: Date): Organisation {
  return {
    tenantId: seed.tenantId,
    name: seed.name,
    countryCode: seed.countryCode,
    baseCurrency: seed.baseCurrency,
    currencies: [...seed.currencies],
    timezone: seed.timezone,
    taxNumber: seed.taxNumber,
    shortCode: `!${seed.tenantId.slice(0, 5)}`,
    createdAt: now,
    lockDates: { ...seed.lockDates },
    accounts: seed.accounts.map(({ archived, ...account }) => ({
      ...account,
      accountId: stableUuid(`${seed.tenantId}:account:${account.code}`),
      status: archived ? 'ARCHIVED' : 'ACTIVE',
      updatedAt: now,
    })),
    taxRates: seed.taxRates.map(rate => ({ ...rate })),
    contacts: seed.contacts.map(contact => contactOf(seed.tenantId, contact, now)),
    tracking: seed.tracking.map(category => ({
      categoryId: stableUuid(`${seed.tenantId}:tracking:${category.name}`),
      name: category.name,
      status: 'ACTIVE',
      options: category.options.map(name => ({
        optionId: stableUuid(`${seed.tenantId}:tracking:${category.name}:${name}`),
        name,
        status: 'ACTIVE',
      })),
    })),
    documents: [],
  }
}

function contactOf(tenantId: string, seed: ContactSeed, now: Date): Contact {
  return {
    contactId: stableUuid(`${tenantId}:contact:${seed.name}`),
    name: seed.name,
    status: seed.archived ? 'ARCHIVED' : 'ACTIVE',
    emailAddress: seed.emailAddress ?? '',
    isSupplier: true,
    isCustomer: false,
    updatedAt: now,
  }
}
