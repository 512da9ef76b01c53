import type { Company } from '#sandbox/quickbooks/books/company.ts'
import { connected } from './consent.ts'
import { found, type RunningSandbox } from './running-sandbox.ts'
import { Body, type Item } from './wire.ts'

export type Answer = { status: number; headers: Headers; body: Body; text: string }

export type ApiClient = {
  company: Company
  /** The first vendor of the company. */
  vendorId: string
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Enters a bill; `over` replaces what the usual one has. */
  enter(over?: Fields): Promise<Answer>
  query(text: string): Promise<Answer>
}

type Fields = Record<string, unknown>

/** Calls the API of one company, as an app that was just connected to it. */
export async function apiClient(
  sandbox: RunningSandbox,
  name = 'Orchard',
  token?: string,
): Promise<ApiClient> {
  const company = sandbox.company(name)
  const accessToken = token ?? (await connected(sandbox, company.realmId)).access_token
  const call: ApiClient['call'] = async (method, path, body, headers = {}) => {
    const type = body instanceof FormData ? {} : { 'content-type': 'application/json' }
    const response = await fetch(`${sandbox.origin}/v3/company/${company.realmId}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        accept: 'application/json',
        ...type,
        ...headers,
      },
      ...(body === undefined ? {} : { body: textOf(body) }),
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      headers: response.headers,
      body: Body.parse(json ? JSON.parse(text) : {}),
      text,
    }
  }
  const vendorId = found(company.vendors[0]).id
  return {
    company,
    vendorId,
    call,
    enter: over => call('POST', '/bill?minorversion=75', aBill(company, vendorId, over)),
    query: text => call('GET', `/query?minorversion=75&query=${encodeURIComponent(text)}`),
  }
}

function textOf(body: unknown): string | FormData {
  return body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body)
}

/** The id of an account by its number. */
export function accountId(company: Company, number: string): string {
  return found(company.accounts.find(one => one.number === number)).id
}

/** A reference to a tax code by its name. */
export function taxCode(company: Company, name: string): { value: string } {
  return { value: found(company.taxCodes.find(one => one.name === name)).id }
}

const usualCode: Record<string, string> = { SG: '9% SR', NL: '9% VAT', US: 'NON' }

/** A line of vegetables at 10.00; `detail` replaces what its detail has. */
export function aLine(company: Company, detail: Fields = {}, over: Fields = {}): Fields {
  return {
    Description: 'Romaine',
    Amount: 10,
    DetailType: 'AccountBasedExpenseLineDetail',
    AccountBasedExpenseLineDetail: {
      AccountRef: { value: accountId(company, '310') },
      TaxCodeRef: taxCode(company, usualCode[company.country] ?? ''),
      ...detail,
    },
    ...over,
  }
}

/** A bill of 10.00 and 9 % tax (none in the US). */
export function aBill(company: Company, vendorId: string, over: Fields = {}): Fields {
  return {
    VendorRef: { value: vendorId },
    DocNumber: '1001',
    TxnDate: '2026-03-01',
    DueDate: '2026-03-31',
    Line: [aLine(company)],
    ...over,
  }
}

/** The bill of an answer that must be one. */
export function bill(answer: Answer): Item & { Id: string } {
  const item = found(answer.body.Bill)
  return { ...item, Id: found(item.Id) }
}
