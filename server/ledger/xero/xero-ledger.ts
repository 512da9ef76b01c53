import type { CreditNote, Invoice, XeroClient } from 'xero-node'
import { z } from 'zod'
import type { Bill, BillKind } from '#lib/domain/bill.ts'
import { recogniseFailure } from '#lib/domain/failures/catalogue.ts'
import { type Contact, Contact as ContactSchema, type LedgerLists } from '#lib/domain/ledger-lists.ts'
import { equals } from '#lib/domain/money.ts'
import { type BillKey, type BillToMake, type Ledger, LedgerTrouble, type Outcome } from '../port.ts'
import { billIdOf, missingBill, numberOf, readBill, XeroBill } from './read-bill.ts'
import { wireCreditNote, wireInvoice } from './wire-bill.ts'
import { callXero, type XeroRejection } from './xero-api.ts'
import { readXeroLists } from './xero-lists.ts'

type Api = XeroClient['accountingApi']

/** Xero takes any number but asks for no more (facts/xero.md, Batch writes). */
const BATCH = 50
/** The most numbers or ids that one GET may name. */
const NAMES = 40
const PAGE = 100

/** The lists as known already, so that a batch costs no reads; and what a write adds to them. */
export interface KnownLists {
  read(): Promise<LedgerLists>
  addContacts(contacts: readonly Contact[]): Promise<void>
}

/** One organisation of Xero behind the port. */
export function createXeroLedger(api: Api, tenant: string, known: KnownLists): Ledger {
  return {
    batch: BATCH,
    lists: () => readXeroLists(api, tenant),
    find: keys => find(api, tenant, keys),
    async read(bills) {
      const found = new Map<string, Bill>()
      for (const ids of chunks(
        bills.filter(({ kind }) => kind === 'bill'),
        NAMES,
      )) {
        for (const bill of await invoicesById(
          api,
          tenant,
          ids.map(({ id }) => id),
        ))
          found.set(bill.id, bill)
      }
      for (const { id } of bills.filter(({ kind }) => kind === 'credit')) {
        const bill = await creditNoteById(api, tenant, id)
        if (bill) found.set(bill.id, bill)
      }
      return bills.map(({ id, kind }) => found.get(id) ?? missingBill(kind, id))
    },
    create: (bills, key) => write(api, tenant, known, bills, key, null),
    update: (bills, key) =>
      write(
        api,
        tenant,
        known,
        bills,
        key,
        bills.map(({ id }) => id),
      ),
  }
}

async function invoicesById(api: Api, tenant: string, ids: string[]): Promise<Bill[]> {
  const answer = await callXero(
    () =>
      api.getInvoices(
        tenant,
        undefined,
        undefined,
        undefined,
        ids,
        undefined,
        undefined,
        undefined,
        1,
        true,
        false,
        4,
        true,
        PAGE,
      ),
    false,
  )
  if (answer.ok)
    return z
      .array(XeroBill)
      .parse(answer.body.invoices ?? [])
      .map(seen => readBill('bill', seen))
  if (answer.rejection.status !== 404) throw new Error(`Xero refused a read: ${answer.rejection.text}`)
  // One unknown id fails the whole request: ask for each half, down to the one that is missing.
  if (ids.length <= 1) return []
  const half = Math.ceil(ids.length / 2)
  return [
    ...(await invoicesById(api, tenant, ids.slice(0, half))),
    ...(await invoicesById(api, tenant, ids.slice(half))),
  ]
}

async function creditNoteById(api: Api, tenant: string, id: string): Promise<Bill | null> {
  const answer = await callXero(() => api.getCreditNote(tenant, id, 4), false)
  if (!answer.ok) return null
  const [seen] = z.array(XeroBill).parse(answer.body.creditNotes ?? [])
  return seen ? readBill('credit', seen) : null
}

/** Bills by number, then by contact and total, or by our link. Numbers with a comma cannot be listed: one by one. */
async function find(api: Api, tenant: string, keys: readonly BillKey[]): Promise<(Bill | null)[]> {
  const seen: { kind: BillKind; bill: XeroBill }[] = []
  const numbers = [...new Set(keys.filter(({ kind }) => kind === 'bill').map(({ number }) => number))]
  for (const listed of chunks(
    numbers.filter(number => !number.includes(',')),
    NAMES,
  )) {
    seen.push(...(await invoicesBy(api, tenant, { numbers: listed })))
  }
  for (const number of numbers.filter(number => number.includes(','))) {
    seen.push(
      ...(await invoicesBy(api, tenant, { where: `Type=="ACCPAY" AND InvoiceNumber=="${quoted(number)}"` })),
    )
  }
  const credits = [...new Set(keys.filter(({ kind }) => kind === 'credit').map(({ number }) => number))]
  for (const some of chunks(credits, 10)) {
    const where = some.map(number => `CreditNoteNumber=="${quoted(number)}"`).join(' OR ')
    const answer = await callXero(
      () => api.getCreditNotes(tenant, undefined, where, undefined, 1, 4, PAGE),
      false,
    )
    if (!answer.ok) throw new Error(`Xero refused a search: ${answer.rejection.text}`)
    for (const bill of z.array(XeroBill).parse(answer.body.creditNotes ?? []))
      seen.push({ kind: 'credit', bill })
  }
  const standing = seen.filter(({ bill }) => bill.status !== 'VOIDED' && bill.status !== 'DELETED')
  return keys.map(key => {
    const match =
      standing.find(({ kind, bill }) => kind === key.kind && key.link !== null && bill.url === key.link) ??
      standing.find(({ kind, bill }) => kind === key.kind && same(bill, key))
    return match ? readBill(match.kind, match.bill) : null
  })
}

function same(bill: XeroBill, key: BillKey): boolean {
  const contact = bill.contact
  const sameContact =
    key.contact.id === null
      ? normalised(contact?.name ?? '') === normalised(key.contact.name)
      : contact?.contactID === key.contact.id
  return (
    sameContact &&
    numberOf(bill) === key.number &&
    bill.total !== undefined &&
    equals(bill.total as typeof key.total, key.total) &&
    (bill.currencyCode ?? key.currency) === key.currency
  )
}

async function invoicesBy(api: Api, tenant: string, by: { numbers?: string[]; where?: string }) {
  const all: { kind: BillKind; bill: XeroBill }[] = []
  for (let page = 1; ; page += 1) {
    const answer = await callXero(
      () =>
        api.getInvoices(
          tenant,
          undefined,
          by.where,
          undefined,
          undefined,
          by.numbers,
          undefined,
          undefined,
          page,
          false,
          false,
          4,
          true,
          PAGE,
        ),
      false,
    )
    if (!answer.ok) throw new Error(`Xero refused a search: ${answer.rejection.text}`)
    const invoices = z.array(XeroBill).parse(answer.body.invoices ?? [])
    all.push(...invoices.map(bill => ({ kind: 'bill' as const, bill })))
    if (invoices.length < PAGE) return all
  }
}

/** Creates (`ids` null) or updates. Bills and credit notes go in calls of their own. */
async function write(
  api: Api,
  tenant: string,
  known: KnownLists,
  bills: readonly BillToMake[],
  key: string,
  ids: readonly string[] | null,
): Promise<Outcome[]> {
  const contacts = await contactsFor(api, tenant, known, bills, key)
  const outcomes: Outcome[] = bills.map((_, index) => contacts[index]?.refused ?? unanswered())
  for (const kind of ['bill', 'credit'] as const) {
    const places = bills.flatMap(({ bill }, place) =>
      bill.kind === kind && contacts[place]?.id ? [place] : [],
    )
    if (places.length === 0) continue
    const wire = places.map(place => {
      const toMake = bills[place] as BillToMake
      const contact = contacts[place]?.id ?? ''
      const id = ids?.[place]
      return kind === 'bill'
        ? { ...wireInvoice(toMake, contact), ...(id ? { invoiceID: id } : {}) }
        : { ...wireCreditNote(toMake, contact), ...(id ? { creditNoteID: id } : {}) }
    })
    const answers = await send(api, tenant, kind, wire, `${key}-${kind}`, ids !== null)
    for (const [index, place] of places.entries()) {
      const toMake = bills[place] as BillToMake
      outcomes[place] = judge(
        kind,
        toMake,
        matching(kind, toMake, answers, index, ids?.[place], places.length),
      )
    }
  }
  return outcomes
}

async function send(
  api: Api,
  tenant: string,
  kind: BillKind,
  wire: unknown[],
  key: string,
  update: boolean,
): Promise<XeroBill[]> {
  const invoices = { invoices: wire as Invoice[] }
  const creditNotes = { creditNotes: wire as CreditNote[] }
  // PUT creates each time; POST would overwrite another supplier's bill of the same number (facts/xero.md).
  const answer =
    kind === 'bill'
      ? await callXero(
          () =>
            update
              ? api.updateOrCreateInvoices(tenant, invoices, false, 4, key)
              : api.createInvoices(tenant, invoices, false, 4, key),
          true,
        )
      : await callXero(
          () =>
            update
              ? api.updateOrCreateCreditNotes(tenant, creditNotes, false, 4, key)
              : api.createCreditNotes(tenant, creditNotes, false, 4, key),
          true,
        )
  if (!answer.ok) return wire.map(() => refusedWhole(answer.rejection))
  const body = answer.body as { invoices?: unknown[]; creditNotes?: unknown[] }
  return z.array(XeroBill).parse(body.invoices ?? body.creditNotes ?? [])
}

/** A whole request that was refused, told of each bill in it. */
function refusedWhole(rejection: XeroRejection): XeroBill {
  return { status: 'DRAFT', hasErrors: true, validationErrors: [{ message: rejection.text }] }
}

/** The answer that belongs to a bill: by id or our link, else by its place when number and count agree. */
function matching(
  kind: BillKind,
  { bill, link }: BillToMake,
  answers: XeroBill[],
  index: number,
  id: string | undefined,
  count: number,
) {
  const byId = id && answers.find(answer => billIdOf(answer) === id)
  if (byId) return byId
  const byLink = kind === 'bill' && answers.find(answer => answer.url === link)
  if (byLink) return byLink
  const inPlace = answers.length === count ? answers[index] : undefined
  return inPlace && (numberOf(inPlace) === bill.number || inPlace.hasErrors) ? inPlace : undefined
}

function judge(kind: BillKind, { bill }: BillToMake, answer: XeroBill | undefined): Outcome {
  if (answer === undefined)
    throw new LedgerTrouble('unknown-outcome', `Xero's answer does not name ${bill.number}`)
  const messages = (answer.validationErrors ?? []).map(error => error.message ?? '').filter(Boolean)
  if (answer.hasErrors || answer.statusAttributeString === 'ERROR' || messages.length > 0) {
    const raw = messages.join(' ') || 'Xero refused the bill without saying why'
    return {
      kind: 'refused',
      failure: { code: recogniseFailure('xero', raw).code, raw, billState: null },
      bill: null,
    }
  }
  const posted = readBill(kind, answer)
  if (!equals(posted.total, bill.total)) {
    const raw = `Invoice: ${bill.total}. Bill in Xero: ${posted.total}.`
    return { kind: 'refused', failure: { code: 'totals-differ', raw, billState: posted.state }, bill: posted }
  }
  return { kind: 'posted', bill: posted }
}

interface Resolved {
  id: string | null
  refused: Outcome | null
}

/** The contact of each bill: by id, else by name; a supplier that nobody knows is created once. */
async function contactsFor(
  api: Api,
  tenant: string,
  known: KnownLists,
  bills: readonly BillToMake[],
  key: string,
): Promise<Resolved[]> {
  const { contacts } = await known.read()
  const byName = new Map<string, Contact>()
  for (const contact of contacts) {
    const name = normalised(contact.name)
    if (!byName.get(name)?.active) byName.set(name, contact)
  }
  const missing = new Map<string, string>()
  for (const { bill } of bills) {
    const name = normalised(bill.contact.name)
    if (bill.contact.id === null && !byName.has(name)) missing.set(name, bill.contact.name)
  }
  if (missing.size > 0) {
    const toMake = { contacts: [...missing.values()].map(name => ({ name })) }
    const answer = await callXero(() => api.createContacts(tenant, toMake, false, `${key}-contacts`), true)
    if (!answer.ok) throw new Error(`Xero refused contacts: ${answer.rejection.text}`)
    const made = (answer.body.contacts ?? []).flatMap(({ contactID, name, hasValidationErrors }) =>
      contactID && name && !hasValidationErrors
        ? [ContactSchema.parse({ id: contactID, name, active: true })]
        : [],
    )
    for (const contact of made) byName.set(normalised(contact.name), contact)
    await known.addContacts(made)
  }
  return bills.map(({ bill }) => {
    if (bill.contact.id !== null) return { id: bill.contact.id, refused: null }
    const contact = byName.get(normalised(bill.contact.name))
    if (contact?.active) return { id: contact.id, refused: null }
    const raw = contact
      ? `The contact ${contact.name} has been archived`
      : `An existing contact could not be found for ${bill.contact.name}`
    const code = contact ? 'contact-archived' : 'contact-not-found'
    return { id: null, refused: { kind: 'refused', failure: { code, raw, billState: null }, bill: null } }
  })
}

function unanswered(): Outcome {
  return { kind: 'refused', failure: { code: 'unknown', raw: 'Not sent', billState: null }, bill: null }
}

function normalised(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

function quoted(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
