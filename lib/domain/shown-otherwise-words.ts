import type { Reason } from './assessment.ts'
import { formatMoney } from './format-money.ts'
import type { Instant, LocalDate } from './instant.ts'
import { localeOf } from './locale-of.ts'
import type { Say } from './say.ts'

type ShownOtherwise = Extract<Reason, { kind: 'shown-otherwise' }>

/** Both sides of the conflict, each with where and when it was seen; then which of them a bill follows. */
export function shownOtherwiseWords(
  { date, total, currency, shownAt, toldAt }: ShownOtherwise,
  say: Say,
): string[] {
  const locale = localeOf(say)
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const at = (instant: Instant) => moment.format(new Date(instant))
  // A day of a calendar is no moment: it is shown as it is, in no one's time zone.
  const calendar = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const day = (day: LocalDate) => calendar.format(new Date(`${day}T00:00:00Z`))
  const both = (shown: string, told: string) =>
    say('reason.shown-otherwise', { shown, told, seen: at(shownAt), read: at(toldAt) })
  return [
    ...(total
      ? [both(formatMoney(total.shown, currency, locale), formatMoney(total.told, currency, locale))]
      : []),
    ...(date ? [both(day(date.shown), day(date.told))] : []),
    say('reason.bill-follows-data'),
  ]
}
