import type { Organisation } from '#sandbox/xero/books/organisation.ts'
import { connected } from './consent.ts'
import { found, type RunningSandbox } from './running-sandbox.ts'
import { Body } from './wire.ts'

export type Answer = { status: number; headers: Headers; body: Body; text: string }

export type AccountingClient = {
  organisation: Organisation
  /** The first contact of the organisation. */
  contactId: string
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

/** Calls the accounting API of one organisation, as an app that was just connected. */
export async function accountingClient(
  sandbox: RunningSandbox,
  name = 'Harbour Street',
  token?: string,
): Promise<AccountingClient> {
  const organisation = sandbox.organisation(name)
  const accessToken = token ?? (await connected(sandbox)).access_token
  return {
    organisation,
    contactId: found(organisation.contacts[0]).contactId,
    call: async (method, path, body, headers = {}) => {
      const response = await fetch(`${sandbox.origin}/api.xro/2.0${path}`, {
        method,
        headers: {
          authorization: `Bearer ${accessToken}`,
          'xero-tenant-id': organisation.tenantId,
          'content-type': 'application/json',
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      const json = response.headers.get('content-type')?.includes('json')
      const read = Body.parse(json ? JSON.parse(text) : {})
      return { status: response.status, headers: response.headers, body: read, text }
    },
  }
}

type Fields = Record<string, unknown>

/** A line of vegetables at 10.00 with 9 % tax. */
export function aLine(over: Fields = {}): Fields {
  return {
    Description: 'Romaine',
    Quantity: 2,
    UnitAmount: 5,
    AccountCode: '310',
    TaxType: 'INPUTY24',
    ...over,
  }
}

/** A draft bill of 10.00 and 9 % tax. */
export function aBill(contactId: string, over: Fields = {}): Fields {
  return {
    Type: 'ACCPAY',
    Contact: { ContactID: contactId },
    InvoiceNumber: '1001',
    Date: '2026-03-01',
    DueDate: '2026-03-31',
    LineAmountTypes: 'Exclusive',
    Status: 'DRAFT',
    LineItems: [aLine()],
    ...over,
  }
}
