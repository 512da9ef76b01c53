import type { Exchange } from '../recording/exchange.ts'
import type { Operation } from './contract.ts'

/** The most that one GET names, and that one page holds (facts: Reading back). */
const MOST_NAMES = 40
const MOST_ON_PAGE = 1000
/** The longest `Idempotency-Key`. */
const LONGEST_KEY = 128
/** What one POST may hold in bytes, and should hold in elements (facts: Batch writes). */
export const MOST_BYTES = 3_500_000
export const MOST_ELEMENTS = 50

/** Files are replaced by those of the same name: to send one again does no harm. */
const isFile = ({ template }: Operation) => template.includes('/Attachments')
const isDocument = ({ template }: Operation) => /^\/(?:Invoices|CreditNotes)$/.test(template)
const isBatch = ({ template }: Operation) => /^\/(?:Invoices|CreditNotes|Contacts)$/.test(template)

/** What the contract leaves to choose and our server may not, in the address and the headers of its requests. */
export function problemsOfAddress(operation: Operation, { method, query, request }: Exchange): string[] {
  const asked = new URLSearchParams(query)
  const { headers, body } = request
  // To take something away twice does no harm.
  const writes = method === 'PUT' || method === 'POST'
  const key = headers['idempotency-key'] ?? ''
  const named = ['IDs', 'InvoiceNumbers', 'ContactIDs'].filter(
    name => (asked.get(name) ?? '').split(',').length > MOST_NAMES,
  )
  return [
    ...unless(headers.accept === 'application/json', 'does not ask for JSON: Xero would answer in XML'),
    ...unless(headers.authorization?.startsWith('Bearer ') === true, 'has no bearer token'),
    ...unless(
      !writes || isFile(operation) || key !== '',
      'writes without an Idempotency-Key: a repetition would double it',
    ),
    ...unless(key.length <= LONGEST_KEY, `has an Idempotency-Key of more than ${LONGEST_KEY} characters`),
    ...unless(
      !writes || !isBatch(operation) || asked.get('summarizeErrors') === 'false',
      'does not say summarizeErrors=false: what was made would be missing from the answer',
    ),
    ...unless(
      !isDocument(operation) || asked.get('unitdp') === '4',
      'does not say unitdp=4: unit prices would be rounded to cents',
    ),
    ...named.map(name => `it names more than ${MOST_NAMES} ${name}`),
    ...unless(
      Number(asked.get('pageSize') ?? 0) <= MOST_ON_PAGE,
      `asks for more than ${MOST_ON_PAGE} a page`,
    ),
    ...unless(
      (asked.get('where') ?? '').replace(/\\./g, '').split('"').length % 2 === 1,
      'leaves a quotation mark open in where',
    ),
    ...unless(new TextEncoder().encode(body).length <= MOST_BYTES, `holds more than ${MOST_BYTES} bytes`),
  ]
}

function unless(holds: boolean, problem: string): string[] {
  return holds ? [] : [`it ${problem}`]
}
