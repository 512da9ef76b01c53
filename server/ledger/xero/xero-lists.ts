import type { XeroClient } from 'xero-node'
import { z } from 'zod'
import { systemClock } from '#lib/domain/instant.ts'
import { LedgerLists } from '#lib/domain/ledger-lists.ts'
import { callXero } from './xero-api.ts'

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
const Contact = z.looseObject({
  contactID: z.string(),
  name: z.string(),
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

type Api = XeroClient['accountingApi']

/** Everything that a bill may name in the organisation, contacts page by page. */
export async function readXeroLists(api: Api, tenant: string): Promise<LedgerLists> {
  const [organisations, accounts, taxRates, tracking, currencies, contacts] = await Promise.all([
    body(() => api.getOrganisations(tenant)),
    body(() => api.getAccounts(tenant)),
    body(() => api.getTaxRates(tenant)),
    body(() => api.getTrackingCategories(tenant)),
    body(() => api.getCurrencies(tenant)),
    readContacts(api, tenant),
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
      .filter(rate => rate.taxType)
      .map(rate => ({
        code: rate.taxType,
        name: rate.name,
        rate: String(rate.effectiveRate ?? 0),
        active: rate.status === 'ACTIVE',
        purchases: rate.canApplyToExpenses ?? false,
      })),
    contacts,
    tracking: (tracking.trackingCategories ?? []).map(category => ({
      name: category.name ?? '',
      options: (category.options ?? []).map(option => option.name ?? ''),
    })),
    currencies: (currencies.currencies ?? []).map(currency => String(currency.code)),
    fetchedAt: systemClock(),
  })
}

const PAGE = 1000

async function readContacts(api: Api, tenant: string) {
  const all: { id: string; name: string; active: boolean }[] = []
  for (let page = 1; ; page += 1) {
    const answer = await body(() =>
      api.getContacts(tenant, undefined, undefined, undefined, undefined, page, true, true, undefined, PAGE),
    )
    const contacts = z.array(Contact).parse(answer.contacts ?? [])
    for (const { contactID, name, contactStatus } of contacts) {
      all.push({ id: contactID, name, active: (contactStatus ?? 'ACTIVE') === 'ACTIVE' })
    }
    if (contacts.length < PAGE) return all
  }
}

/** A read that Xero refuses is our mistake, not a person's. */
async function body<T>(call: () => Promise<{ body: T }>): Promise<T> {
  const answer = await callXero(call, false)
  if (!answer.ok) throw new Error(`Xero refused a read: ${answer.rejection.text}`)
  return answer.body
}
