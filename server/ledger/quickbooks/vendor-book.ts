import { z } from 'zod'
import type { ContactId } from '#lib/domain/ids.ts'
import type { Contact } from '#lib/domain/ledger-lists.ts'
import { contactsAlike, type MatchedContact, matchContact } from '#lib/domain/match-contact.ts'
import type { Currency } from '#lib/domain/money.ts'
import { isSameSupplier, supplierName } from '#lib/domain/supplier-name.ts'
import { chunks } from '../chunks.ts'
import { normalised } from '../normalised.ts'
import type { BillToMake, Outcome } from '../port.ts'
import { BATCH, type BatchAnswer, batchIdOf, requestIdOf, sendBatch } from './batch.ts'
import { factsOf } from './facts-of.ts'
import { faultsOf, faultText } from './faults.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'
import { contactOf, readVendors } from './quickbooks-lists.ts'
import { refusal } from './refusal.ts'
import { WireVendor } from './wire-lists.ts'

/** How a bill names its supplier. */
export type Named = { id: ContactId | null; name: string }

/** The vendor that a bill goes to, or why there is none. */
export type Resolved = { id: string } | { refused: Outcome }

/** The vendors of a company, as one drain or one request needs them. */
export interface VendorBook {
  /** Every vendor that this may mean, inactive ones too; none where QuickBooks has no such vendor. */
  meant(contacts: readonly Named[]): Promise<string[][]>
  /** The vendor of each bill: by id, else by name; a supplier that nobody knows is created, once. */
  resolve(bills: readonly BillToMake[], key: string): Promise<Resolved[]>
}

const Made = z.looseObject({ Vendor: WireVendor })

/** Stands on the cached lists; the vendors are read anew, at most once, when one is looked for in vain. */
export function createVendorBook(company: QuickbooksCompany): VendorBook {
  let vendors: readonly Contact[] | null = null
  let fresh = false

  async function known(wanted: readonly Named[]): Promise<readonly Contact[]> {
    const cached = vendors ?? (await company.known.lists()).contacts
    vendors = cached
    if (fresh || wanted.every(one => matched(cached, one).kind === 'found')) return cached
    return readAnew()
  }

  async function readAnew(): Promise<readonly Contact[]> {
    vendors = await readVendors(company)
    fresh = true
    await company.known.keepContacts(vendors)
    return vendors
  }

  /** Creates vendors. Gives, by compared name, why one could not be made. */
  async function create(wanted: readonly { name: string; currency: string }[], key: string) {
    const { multicurrency } = await factsOf(company)
    const failed = new Map<string, string>()
    const made: Contact[] = []
    for (const [index, some] of chunks(wanted, BATCH).entries()) {
      const items = some.map(({ name, currency }) => ({
        bId: batchIdOf(normalised(name)),
        operation: 'create',
        Vendor: { DisplayName: name, ...(multicurrency ? { CurrencyRef: { value: currency } } : {}) },
      }))
      const answers = await sendBatch(company, items, requestIdOf(key, `vendors ${index}`))
      for (const { bId, Vendor } of items) {
        const answer = read(answers.get(bId))
        if (typeof answer === 'string') failed.set(normalised(Vendor.DisplayName), answer)
        else made.push(answer)
      }
    }
    vendors = [...(vendors ?? []), ...made]
    await company.known.keepContacts(vendors)
    // Taken by a vendor that came meanwhile, or is written alike: then that one is meant.
    if ([...failed.values()].some(text => text.startsWith('6240'))) await readAnew()
    return failed
  }

  return {
    async meant(wanted) {
      const all = await known(wanted)
      return wanted.map(one => (one.id === null ? surelyMeant(all, one) : [one.id]))
    },
    async resolve(bills, key) {
      const wanted = bills.map(({ bill: { contact, currency } }) => ({ ...contact, currency }))
      const before = await known(wanted)
      const missing = new Map<string, { name: string; currency: string }>()
      for (const one of wanted) {
        const { name, currency } = { ...one, name: displayName(one.name) }
        const isNew = ![...missing.values()].some(other => isSameSupplier(other, { name }))
        if (isNew && matched(before, one).kind === 'none') missing.set(normalised(name), { name, currency })
      }
      const failed = missing.size > 0 ? await create([...missing.values()], key) : new Map<string, string>()
      return wanted.map(one => {
        const why = failed.get(normalised(displayName(one.name)))
        return judge(matched(vendors ?? before, one), one, why)
      })
    },
  }
}

/** The vendor that was made, or what QuickBooks said instead. */
function read(answer: BatchAnswer | undefined): Contact | string {
  const faults = faultsOf(answer)
  if (faults.length > 0) return faultText(faults)
  const made = Made.safeParse(answer)
  if (!made.success) return 'QuickBooks did not say what became of the vendor'
  return contactOf(made.data.Vendor)
}

/** A name as QuickBooks takes it: without colons, tabs and line breaks. */
function displayName(name: string): string {
  return name
    .replace(/[:\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100)
}

/** As pre-flight tells it, by the name that QuickBooks would take. */
function matched(vendors: readonly Contact[], one: Named & { currency?: Currency }): MatchedContact {
  return matchContact(vendors, { ...one, name: displayName(one.name) })
}

/** Those of the very name, however it is written, and the one that its bills would go to. */
function surelyMeant(vendors: readonly Contact[], one: Named): string[] {
  const name = displayName(one.name)
  const { plain } = supplierName(name)
  const named = contactsAlike(vendors, { ...one, name }).filter(
    other => supplierName(other.name).plain === plain,
  )
  const match = matched(vendors, one)
  return [...new Set([...named, ...('contact' in match ? [match.contact] : [])].map(({ id }) => id))]
}

function judge(match: MatchedContact, named: Named, failed: string | undefined): Resolved {
  switch (match.kind) {
    case 'found':
      return { id: match.contact.id }
    case 'archived':
      return { refused: refusal(`610 The vendor ${match.contact.name} is inactive.`) }
    case 'ambiguous': {
      const raw = `${named.name} may be ${match.contacts.map(({ name }) => name).join(' or ')}`
      const failure = { code: 'contact-ambiguous', raw: raw.slice(0, 4000), billState: null }
      return { refused: { kind: 'refused', failure, bill: null } }
    }
    case 'gone':
    case 'none':
      return {
        refused: refusal(failed ?? `2500 Among the Names there is no vendor ${named.id ?? named.name}`),
      }
  }
}
