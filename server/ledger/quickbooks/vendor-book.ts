import { z } from 'zod'
import { Contact } from '#lib/domain/ledger-lists.ts'
import { chunks } from '../chunks.ts'
import { normalised } from '../normalised.ts'
import type { BillToMake, Outcome } from '../port.ts'
import { BATCH, type BatchAnswer, batchIdOf, requestIdOf, sendBatch } from './batch.ts'
import { factsOf } from './facts-of.ts'
import { faultsOf, faultText } from './faults.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'
import { readVendors } from './quickbooks-lists.ts'
import { refusal } from './refusal.ts'
import { WireVendor } from './wire-lists.ts'

/** How a bill names its supplier. */
export type Named = { id: string | null; name: string }

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
    vendors ??= (await company.known.lists()).contacts
    if (fresh || wanted.every(one => among(vendors ?? [], one).some(({ active }) => active))) return vendors
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
      return wanted.map(one => (one.id === null ? among(all, one).map(({ id }) => id) : [one.id]))
    },
    async resolve(bills, key) {
      const wanted = bills.map(({ bill }) => bill.contact)
      const before = await known(wanted)
      const missing = new Map<string, { name: string; currency: string }>()
      for (const { bill } of bills) {
        const name = displayName(bill.contact.name)
        if (bill.contact.id === null && among(before, bill.contact).length === 0)
          missing.set(normalised(name), { name, currency: bill.currency })
      }
      const failed = missing.size > 0 ? await create([...missing.values()], key) : new Map<string, string>()
      return wanted.map(one => {
        const why = failed.get(normalised(displayName(one.name)))
        return judge(among(vendors ?? before, one), one, why)
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
  const { Id, DisplayName, Active } = made.data.Vendor
  return Contact.parse({ id: Id, name: DisplayName, active: Active })
}

/** A name as QuickBooks takes it: without colons, tabs and line breaks. */
function displayName(name: string): string {
  return name
    .replace(/[:\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100)
}

function among(vendors: readonly Contact[], { id, name }: Named): readonly Contact[] {
  const compared = [normalised(name), normalised(displayName(name))]
  return vendors.filter(one => (id === null ? compared.includes(normalised(one.name)) : one.id === id))
}

function judge(found: readonly Contact[], named: Named, failed: string | undefined): Resolved {
  const active = found.filter(one => one.active)
  // The very name comes before one that is only written alike.
  const vendor = active.find(({ name }) => name === named.name) ?? active[0]
  if (vendor) return { id: vendor.id }
  const inactive = found[0]
  if (inactive) return { refused: refusal(`610 The vendor ${inactive.name} is inactive.`) }
  return { refused: refusal(failed ?? `2500 Among the Names there is no vendor ${named.id ?? named.name}`) }
}
