import { z } from 'zod'
import { systemClock } from '#lib/domain/instant.ts'
import { type Contact, Contact as ContactSchema, LedgerLists } from '#lib/domain/ledger-lists.ts'
import { Currency } from '#lib/domain/money.ts'
import { callXero } from './xero-api.ts'
import { PAGE, type XeroOrganisation } from './xero-organisation.ts'

/** The kinds of accounts that a bill's line may name; banks, receivables and payables never. */
const purchaseClasses = new Set(['EXPENSE', 'ASSET', 'LIABILITY', 'EQUITY', 'REVENUE'])
const neverTypes = new Set(['BANK'])

const Account = z.looseObject({
  code: z.string().optional(),
  name: z.string().optional(),
  type: z.string().optional(),
  _class: z.string().optional(),
  status: z.string().optional(),
  systemAccount: z.string().optional(),
  taxType: z.string().optional(),
})
const TaxRate = z.looseObject({
  taxType: z.string().optional(),
  name: z.string(),
  effectiveRate: z.coerce.number().optional(),
  status: z.string().optional(),
  canApplyToExpenses: z.boolean().optional(),
})
const XeroContact = z.looseObject({
  contactID: z.string(),
  name: z.string().default(''),
  contactStatus: z.string().optional(),
})

const typeWords: Record<string, string> = {
  DIRECTCOSTS: 'Direct costs',
  EXPENSE: 'Expense',
  OVERHEADS: 'Overheads',
  CURRENT: 'Current asset',
  CURRLIAB: 'Current liability',
  FIXED: 'Fixed asset',
  INVENTORY: 'Inventory',
}

/** Everything that a bill may name in the organisation, contacts page by page. */
export async function readXeroLists(xero: XeroOrganisation): Promise<LedgerLists> {
  const { api, tenant } = xero
  const [organisations, accounts, taxRates, tracking, currencies, contacts] = await Promise.all([
    body(xero, () => api.getOrganisations(tenant)),
    body(xero, () => api.getAccounts(tenant)),
    body(xero, () => api.getTaxRates(tenant)),
    body(xero, () => api.getTrackingCategories(tenant)),
    body(xero, () => api.getCurrencies(tenant)),
    readContacts(xero),
  ])
  const organisation = organisations.organisations?.[0]
  return LedgerLists.parse({
    organisation: { id: tenant, name: organisation?.name, currency: String(organisation?.baseCurrency) },
    accounts: z
      .array(Account)
      .parse(accounts.accounts ?? [])
      .filter(account => account.code)
      .map(account => ({
        code: account.code,
        name: account.name ?? '',
        type: typeWords[account.type ?? ''] ?? account.type ?? '',
        active: account.status === 'ACTIVE',
        allowed:
          !account.systemAccount &&
          !neverTypes.has(account.type ?? '') &&
          purchaseClasses.has(account._class ?? ''),
        taxCode: account.taxType ?? null,
      })),
    taxRates: z
      .array(TaxRate)
      .parse(taxRates.taxRates ?? [])
      .filter(({ taxType, effectiveRate = 0 }) => taxType && effectiveRate >= 0)
      .map(rate => ({
        code: rate.taxType,
        name: rate.name,
        rate: (rate.effectiveRate ?? 0).toFixed(4),
        active: rate.status === 'ACTIVE',
        purchases: rate.canApplyToExpenses ?? false,
      })),
    contacts,
    tracking: (tracking.trackingCategories ?? []).map(category => ({
      name: category.name ?? '',
      options: (category.options ?? []).map(option => option.name ?? ''),
    })),
    currencies: (currencies.currencies ?? []).flatMap(({ code }) => Currency.safeParse(code).data ?? []),
    fetchedAt: systemClock(),
  })
}

/** All contacts, archived ones too: a name that is taken by one is not free. */
export async function readContacts(xero: XeroOrganisation): Promise<Contact[]> {
  const all: Contact[] = []
  for (let page = 1; ; page += 1) {
    const { contacts = [] } = await body(xero, () =>
      xero.api.getContacts(
        xero.tenant,
        undefined,
        undefined,
        undefined,
        undefined,
        page,
        true,
        true,
        undefined,
        PAGE,
      ),
    )
    for (const { contactID, name, contactStatus } of z.array(XeroContact).parse(contacts)) {
      all.push(ContactSchema.parse({ id: contactID, name, active: (contactStatus ?? 'ACTIVE') === 'ACTIVE' }))
    }
    if (contacts.length < PAGE) return all
  }
}

/** A read that Xero refuses is our mistake, not a person's. */
async function body<T>(
  xero: XeroOrganisation,
  call: () => Promise<{ response: { headers: unknown }; body: T }>,
): Promise<T> {
  const answer = await callXero(xero, call, false)
  if (!answer.ok) throw new Error(`Xero refused a read: ${answer.rejection.text}`)
  return answer.body
}
