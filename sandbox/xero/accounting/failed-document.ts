import type { LedgerDocument } from '../books/ledger-document.ts'
import type { DocumentInput } from '../documents/document-input.ts'
import { dateString, wireDate } from '../documents/wire-date.ts'
import type { DocumentEndpoint } from './document-endpoints.ts'
import { ZERO_ID } from './envelope.ts'

/**
 * What a refused element gets back: what was sent, so that it can be recognised (number, contact, `Url`), with the
 * id of the document it meant, or the zero id where none was to be found or made.
 */
export function failedDocument(
  input: DocumentInput,
  existing: LedgerDocument | undefined,
  endpoint: DocumentEndpoint,
): Record<string, unknown> {
  const { Date: date, DueDate: dueDate, InvoiceID, CreditNoteID, LineItems, ...rest } = input
  return {
    ...rest,
    Type: input.Type ?? endpoint.type,
    [endpoint.idKey]: existing?.id ?? ZERO_ID,
    ...(date === undefined ? {} : { Date: wireDate(date), DateString: dateString(date) }),
    ...(dueDate === undefined ? {} : { DueDate: wireDate(dueDate), DueDateString: dateString(dueDate) }),
    LineItems: (LineItems ?? []).map(line => ({
      ...line,
      ...numbers(line),
      Tracking: line.Tracking ?? [],
      ValidationErrors: [],
    })),
  }
}

const amountKeys = [
  'Quantity',
  'UnitAmount',
  'LineAmount',
  'TaxAmount',
  'DiscountRate',
  'DiscountAmount',
] as const

function numbers(line: NonNullable<DocumentInput['LineItems']>[number]): Record<string, number> {
  return Object.fromEntries(
    amountKeys.flatMap(key => {
      const amount = line[key]
      return amount === undefined ? [] : [[key, Number(amount.toString())]]
    }),
  )
}
