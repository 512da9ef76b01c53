import { type CompanyFacts, readFacts } from './company-facts.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'

/** What is known of the company, read where it is not known or too old. */
export async function factsOf(company: QuickbooksCompany): Promise<CompanyFacts> {
  return company.known.facts() ?? (await freshFacts(company))
}

/** The same, read anew: what a bill names may be younger than what is known. */
export async function freshFacts(company: QuickbooksCompany): Promise<CompanyFacts> {
  const facts = await readFacts(company)
  company.known.keepFacts(facts)
  return facts
}
