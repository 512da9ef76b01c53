/** The ledger's clock is eight hours behind UTC, all year. */
const OFFSET_MS = 8 * 3_600_000

/** The day at the ledger (YYYY-MM-DD): what a transaction without a date gets. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() - OFFSET_MS).toISOString().slice(0, 10)
}

/** A moment as the wire writes it, to the second and with the ledger's offset. */
export function wireTime(moment: Date): string {
  return `${new Date(moment.getTime() - OFFSET_MS).toISOString().slice(0, 19)}-08:00`
}

/** The day (YYYY-MM-DD) so many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
