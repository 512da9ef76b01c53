import type { Likeness } from '#lib/domain/likeness.ts'
import { money } from '#lib/words/formats.ts'
import { say } from '#lib/words/say.ts'
import { dayOf } from './when.ts'

type Look = Likeness['invoice']

const rows: readonly [name: string, show: (look: Look) => string][] = [
  [say('common.number'), ({ number }) => number],
  [say('common.supplier'), ({ supplier }) => supplier],
  [say('common.date'), ({ date }) => (date === null ? '' : dayOf(date))],
  [say('common.total'), ({ total, currency }) => money(total, currency)],
]

/** An invoice beside what may be the same, for a person to compare; what differs is marked. */
export function LikenessTable({ like: { invoice, others } }: { like: Likeness }) {
  return (
    <table className="w-full table-fixed border-collapse text-sm">
      <thead>
        <tr className="text-left text-muted">
          <td className="w-22" />
          <th scope="col" className="font-normal">
            {say('common.this-invoice')}
          </th>
          {others.map(other => (
            <th key={other.id} scope="col" className="font-normal">
              {nameOf(other)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, show]) => (
          <tr key={name} className="border-t border-line/60 align-top">
            <th scope="row" className="py-0.5 text-left font-normal text-muted">
              {name}
            </th>
            <td className="numbers py-0.5 pr-2 wrap-anywhere">
              <bdi>{show(invoice)}</bdi>
            </td>
            {others.map(other => {
              const differs = show(other) !== show(invoice)
              return (
                <td
                  key={other.id}
                  className={`numbers py-0.5 pr-2 wrap-anywhere ${differs ? 'font-semibold text-failed-ink' : ''}`}
                >
                  <bdi>{show(other)}</bdi>
                  {differs && <span className="sr-only">{say('common.differs')}</span>}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function nameOf(other: Likeness['others'][number]): string {
  if (other.is === 'bill') return say('common.bill-in-ledger')
  return say(other.inBooks ? 'common.invoice-in-books' : 'common.other-invoice')
}
