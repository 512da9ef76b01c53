import type { Company } from './company.ts'
import type { CompanySeed } from './company-seed.ts'
import { openCompany } from './open-company.ts'

/** The books of all companies of one sandbox. */
export type Books = {
  readonly companies: Company[]
  /** The company with this realm id, if there is one. */
  company(realmId: string): Company | undefined
  /** Puts every company back to its seed; ids stay what they were. */
  reset(): void
}

/** Opens books from seeds; `clock` dates what stands in them from the start. */
export function openBooks(seeds: readonly CompanySeed[], clock: () => Date): Books {
  const open = (): Company[] => seeds.map(seed => openCompany(seed, clock()))
  const companies = open()
  return {
    companies,
    company: realmId => companies.find(one => one.realmId === realmId),
    reset: () => {
      companies.splice(0, companies.length, ...open())
    },
  }
}
