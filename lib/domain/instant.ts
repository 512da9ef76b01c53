import { z } from 'zod'

/** A moment, ISO 8601 in UTC with milliseconds, so that text order is time order. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** A day in the outlet's own calendar, `YYYY-MM-DD`. Never converted between time zones. */
export const LocalDate = z.iso.date().brand<'LocalDate'>()
export type LocalDate = z.infer<typeof LocalDate>

/** The instant of a `Date`. */
export function instantOf(date: Date): Instant {
  return Instant.parse(date.toISOString())
}

/** `at` moved by `ms` milliseconds (negative: earlier). */
export function addMilliseconds(at: Instant, ms: number): Instant {
  return instantOf(new Date(Date.parse(at) + ms))
}

/** A source of now; the one effect that decisions would otherwise smuggle in. */
export type Clock = () => Instant

export const systemClock: Clock = () => instantOf(new Date())
