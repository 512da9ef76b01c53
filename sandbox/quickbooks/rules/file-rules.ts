import { refuse } from './refusals.ts'

/** The kinds of file that Intuit lists for attachments, by the end of their names. */
const TAKEN = /\.(ai|csv|docx?|eps|gif|jpe?g|ods|pdf|png|rtf|tiff?|txt|xlsx?|xml)$/i

/** Refuses a file by its kind or size (in bytes); the words are invented. @throws ApiFault 6000 */
export function checkFile(name: string, size: number, most: number): void {
  if (!TAKEN.test(name)) throw refuse.business(`Files of this type cannot be attached: ${name}`)
  if (size > most) throw refuse.business(`The file is larger than the allowed ${most} bytes: ${name}`)
  if (size === 0) throw refuse.business(`The file is empty: ${name}`)
}
