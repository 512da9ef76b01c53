import { createHash } from 'node:crypto'

/** The longest number that QuickBooks takes (facts/qbo.md, Bill). */
const MOST = 21
const END = 7

/**
 * A bill's number as QuickBooks takes it. A longer one keeps its two ends, with five characters between them
 * that tell it apart from others with the same ends; the same number always comes to the same.
 */
export function docNumber(number: string): string {
  if (number.length <= MOST) return number
  const hash = createHash('sha256').update(number).digest('hex').slice(0, 5).toUpperCase()
  return `${number.slice(0, END)}~${hash}~${number.slice(-END)}`
}
