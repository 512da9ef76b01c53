import type { Instant, LocalDate } from '#lib/domain/instant.ts'
import { dates } from '#lib/words/formats.ts'
import { say, sayCount } from '#lib/words/say.ts'

const day = dates({ day: 'numeric', month: 'short', timeZone: 'UTC' })
const dayAndYear = dates({
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const exact = dates({ dateStyle: 'medium', timeStyle: 'short' })

/** A day of an outlet's calendar, such as `3 Nov`, with its year where that is not `now`'s. */
export function dayOf(date: LocalDate, now = new Date()): string {
  // Read and written as UTC: the day is the outlet's and must not move with the reader's time zone.
  const at = new Date(`${date}T00:00:00Z`)
  return (at.getUTCFullYear() === now.getFullYear() ? day : dayAndYear).format(at)
}

/** A moment in the reader's own time, in full. */
export function momentOf(at: Instant): string {
  return exact.format(new Date(at))
}

/** How long ago: `just now`, `4 min ago`, `3 h ago`, then the day. */
export function ago(at: Instant, now = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000)
  if (minutes < 1) return say('common.just-now')
  if (minutes < 60) return sayCount('common.minutes-ago', minutes)
  if (minutes < 24 * 60) return sayCount('common.hours-ago', Math.floor(minutes / 60))
  return dayOf(at.slice(0, 10) as LocalDate)
}
