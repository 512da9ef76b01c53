import type { BillToPost } from './bill.ts'
import { MOST_FILE_BYTES } from './bill-file.ts'
import type { Failure } from './failure.ts'
import type { ContactId } from './ids.ts'
import type { LocalDate } from './instant.ts'
import type { Invoice } from './invoice.ts'
import type { LedgerLists } from './ledger-lists.ts'
import { type MatchedContact, matchContact } from './match-contact.ts'
import type { LedgerKind, Outlet } from './outlet.ts'

/** What a ledger would answer to an invoice's bill, told before it is sent. */
export interface PreFlight {
  /** What it would refuse the bill for, the most telling first. */
  refused: Failure[]
  /** It would take the bill, which then could not be approved. */
  warned: Failure[]
  /** To how many characters the ledger cuts the number down; null where it fits. */
  shortenedTo: number | null
  /** The invoice's file, where the ledger takes none as large: the bill would stand without it. */
  fileTooLarge: { name: string; bytes: number } | null
  /** Which contact the bill goes to. */
  contact: MatchedContact
}

/** The longest number of a bill. Sources: facts/xero.md and facts/qbo.md, Bills. */
const longestNumber: Record<LedgerKind, number> = { xero: 255, quickbooks: 21 }

/**
 * Judges a bill by the ledger's lists as last read. Pure. `bill` is what buildBill makes of the invoice; null
 * while its lines are unknown, when only what its list row tells is judged. The outlet must be connected.
 * Texts are the ledger's own where the facts know them. Sources: facts/errors.md, xero.md, qbo.md.
 */
export function preFlight({
  bill,
  invoice,
  outlet,
  lists,
  contactId,
}: {
  bill: BillToPost | null
  invoice: Invoice
  outlet: Outlet
  lists: LedgerLists
  /** The contact that a person linked the supplier to. */
  contactId: ContactId | null
}): PreFlight {
  const ledger = outlet.connection?.ledger ?? 'xero'
  const { name, taxNumber } = invoice.supplier
  const { currency } = invoice
  const contact = matchContact(lists.contacts, { id: contactId, name, taxNumber, currency })
  const refused = [
    planFailure(lists),
    closedFailure(invoice.date, lists),
    currencyFailure(invoice, ledger, lists),
    contactFailure(contact, invoice, ledger),
    ...(bill === null ? [] : lineFailures(bill, lists)),
    trackingFailure(outlet, ledger, lists),
  ]
  const longest = longestNumber[ledger]
  return {
    refused: refused.filter(one => one !== null),
    warned: lockFailures(invoice.date, lists),
    shortenedTo: invoice.number.length > longest ? longest : null,
    fileTooLarge: fileTooLarge(invoice),
    contact,
  }
}

function fileTooLarge({ detail }: Invoice): PreFlight['fileTooLarge'] {
  const { name = '', bytes = 0 } = detail?.file ?? {}
  return bytes > MOST_FILE_BYTES ? { name, bytes } : null
}

/** Simple Start keeps no bills. */
function planFailure({ rules }: LedgerLists): Failure | null {
  if (rules?.keepsBills !== false) return null
  return failure('plan-lacks-it', `5030 ${rules.plan ?? 'This company'} does not keep bills`)
}

/** QuickBooks takes nothing dated on or before the day of closing. */
function closedFailure(date: LocalDate, { rules }: LedgerLists): Failure | null {
  const until = rules?.booksClosedUntil ?? null
  if (until === null || date > until) return null
  return failure(
    'books-closed',
    `6200 The account period has closed: until ${until}, and the invoice is of ${date}`,
  )
}

/** Xero takes a draft of any day, and approves none of a locked one. */
function lockFailures(date: LocalDate, { lockDates }: LedgerLists): Failure[] {
  const { period, endOfYear } = lockDates
  const locked = (name: string, until: LocalDate) =>
    failure(
      'period-locked',
      `The document date cannot be before the ${name} lock date, currently set at ${until}`,
    )
  if (endOfYear !== null && date <= endOfYear) return [locked('end of year', endOfYear)]
  return period !== null && date <= period ? [locked('period', period)] : []
}

function currencyFailure({ currency }: Invoice, ledger: LedgerKind, lists: LedgerLists): Failure | null {
  if (currency === lists.organisation.currency || lists.currencies.includes(currency)) return null
  return ledger === 'xero'
    ? failure('currency-not-enabled', `Organisation is not subscribed to currency ${currency}`)
    : failure('foreign-currency', `${currency} is not among the currencies of ${lists.organisation.name}`)
}

function contactFailure(matched: MatchedContact, { supplier, currency }: Invoice, ledger: LedgerKind) {
  const xero = ledger === 'xero'
  switch (matched.kind) {
    case 'found': {
      const own = matched.contact.currency
      // A vendor of QuickBooks has one currency; a contact of Xero only one that is usual.
      if (xero || own === null || own === currency) return null
      return failure(
        'payables-currency',
        `${matched.contact.name} is kept in ${own}: a transaction must use the same currency as the Accounts Payable account`,
      )
    }
    case 'archived':
      return xero
        ? failure('contact-archived', `The contact ${matched.contact.name} has been archived`)
        : failure('vendor-inactive', `610 The vendor ${matched.contact.name} is inactive.`)
    case 'ambiguous':
      return failure(
        'contact-ambiguous',
        `${supplier.name} may be ${matched.contacts.map(({ name }) => name).join(' or ')}`,
      )
    case 'gone':
      return xero
        ? failure('contact-not-found', 'An existing contact could not be found with the specified details')
        : failure('vendor-unknown', `2500 Among the Names there is no vendor for ${supplier.name}`)
    case 'none':
      return null
  }
}

/** Tax rates that may not stand on the account of a line. Accounts themselves are judged as the bill is built. */
function lineFailures({ lines }: BillToPost, lists: LedgerLists): Failure[] {
  const accounts = new Map(lists.accounts.map(account => [account.code, account]))
  const rates = new Map(lists.taxRates.map(rate => [rate.code, rate]))
  const found = new Map<string, Failure>()
  for (const { account: code, taxCode } of lines) {
    const account = code === null ? undefined : accounts.get(code)
    const allowed = taxCode === null ? null : (rates.get(taxCode)?.classes ?? null)
    if (!account?.class || allowed === null || allowed.includes(account.class)) continue
    const raw = `The TaxType code '${taxCode}' cannot be used with account code '${code}'.`
    found.set(raw, failure('tax-not-allowed', raw))
  }
  return [...found.values()]
}

function trackingFailure({ tracking }: Outlet, ledger: LedgerKind, lists: LedgerLists): Failure | null {
  if (tracking === null) return null
  const { category, option } = tracking
  if (lists.tracking.some(({ name, options }) => name === category && options.includes(option))) return null
  return ledger === 'xero'
    ? failure('tracking-not-valid', `Invalid tracking category or option: '${category}', '${option}'`)
    : failure(
        'class-or-location-unknown',
        `2500 ${category === 'Location' ? 'Depts' : 'Klasses'} element id ${option} not found`,
      )
}

function failure(code: string, raw: string): Failure {
  return { code, raw: raw.slice(0, 4000), billState: null }
}
