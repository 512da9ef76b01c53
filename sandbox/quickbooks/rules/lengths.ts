import { refuse } from './refusals.ts'
import type { TransactionInput } from './transaction-input.ts'

/** The longest bill number, in characters. */
const DOC_NUMBER = 21
/** The longest note and line description, in characters. */
const TEXT = 4000

/**
 * Holds the lengths of a transaction's texts.
 * @throws ApiFault 6000 for the number (in the words users meet), 2050 for the others
 */
export function checkLengths(input: TransactionInput): void {
  const number = input.DocNumber ?? ''
  if (number.length > DOC_NUMBER) {
    throw refuse.business(`You can't have more than ${DOC_NUMBER} characters in doc_num.`)
  }
  atMost('PrivateNote', input.PrivateNote, TEXT)
  for (const line of input.Line) atMost('Description', line.Description, TEXT)
}

/** @throws ApiFault 2050 for a text that is longer than its element may be */
export function atMost(element: string, text: string | undefined, most: number): void {
  if (text !== undefined && text.length > most) throw refuse.tooLong(element, most, text.length)
}
