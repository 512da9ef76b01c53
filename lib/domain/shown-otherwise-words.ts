import type { Reason } from './assessment.ts'
import { formatMoney } from './format-money.ts'
import type { Instant, LocalDate } from './instant.ts'
import { localeOf } from './locale-of.ts'
import type { Currency, Money } from './money.ts'
import type { Say } from './say.ts'

type ShownOtherwise = Extract<Reason, { kind: 'shown-otherwise' }>

/** Both sides of the conflict, each with where and when it was seen; then which of them a bill follows. */
export function shownOtherwiseWords(
  { number, supplier, date, total, shownAt, toldAt }: ShownOtherwise,
  say: Say,
): string[] {
  const locale = localeOf(say)
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const at = (instant: Instant) => moment.format(new Date(instant))
  // A day of a calendar is no moment: it is shown as it is, in no one's time zone.
  const calendar = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const day = (day: LocalDate) => calendar.format(new Date(`${day}T00:00:00Z`))
  const money = ({ amount, currency }: { amount: Money; currency: Currency }) =>
    formatMoney(amount, currency, locale)
  function told<T>(conflict: { shown: T; told: T } | null, format: (fact: T) => string): string[] {
    if (!conflict) return []
    const [shown, told] = [format(conflict.shown), format(conflict.told)]
    return [say('reason.shown-otherwise', { shown, told, seen: at(shownAt), read: at(toldAt) })]
  }
  const text = (text: string) => text
  return [
    ...told(number, text),
    ...told(supplier, text),
    ...told(total, money),
    ...told(date, day),
    say('reason.bill-follows-data'),
  ]
}
