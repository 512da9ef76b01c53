import type { BillToPost } from '#lib/domain/bill.ts'
import { failureWords } from '#lib/domain/failures/words.ts'
import type { Money } from '#lib/domain/money.ts'
import type { Preview } from '#lib/domain/preview.ts'
import { money } from '#lib/words/formats.ts'
import { say, sayCount } from '#lib/words/say.ts'
import { BillPreviewLine } from './BillPreviewLine.tsx'
import { dayOf } from './when.ts'

const ledgers = { xero: 'Xero', quickbooks: 'QuickBooks' }

/** Exactly what would be posted: head, lines, taxes and totals; and first of all what would stop it. */
export function BillPreview({ preview }: { preview: Preview }) {
  const { bill, refused, ledger, organisation, contact } = preview
  return (
    <div className="flex flex-col gap-3">
      {refused.map(failure => (
        <Stopped key={`${failure.code}\n${failure.raw}`} {...failure} />
      ))}
      {bill && (
        <>
          <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
            <Fact name={say('common.posted-as')}>{kindWords(bill, preview)}</Fact>
            <Fact name={say('common.to')}>{`${organisation} (${ledgers[ledger]})`}</Fact>
            <Fact name={say('common.contact')}>
              {contact.made ? say('common.made-new', { name: contact.name }) : contact.name}
            </Fact>
            <Fact name={say('common.number')}>
              {preview.shortenedTo === null
                ? bill.number
                : say('common.cut-to', { number: bill.number, count: preview.shortenedTo })}
            </Fact>
            <Fact name={say('common.date')}>
              {say('common.date-due', { date: dayOf(bill.date), due: dayOf(bill.dueDate) })}
            </Fact>
            <Fact name={say('common.amounts')}>
              {say(bill.amountsIncludeTax ? 'common.with-tax' : 'common.without-tax')}
            </Fact>
            {preview.file && (
              <Fact name={say('common.file')}>
                {preview.fileLeftOut ? say('common.file-left-out', { name: preview.file }) : preview.file}
              </Fact>
            )}
          </dl>
          <section aria-label={sayCount('common.lines', bill.lines.length)}>
            <h3 className="pb-1 text-sm text-muted">{sayCount('common.lines', bill.lines.length)}</h3>
            <ul className="border-t border-line/60">
              {preview.lines.map(line => (
                <BillPreviewLine key={line.place} of={line} currency={bill.currency} />
              ))}
            </ul>
          </section>
          <Sums bill={bill} preview={preview} />
        </>
      )}
    </div>
  )
}

function kindWords({ kind }: BillToPost, { ledger }: Preview): string {
  if (ledger === 'xero') return say(kind === 'bill' ? 'common.draft-bill' : 'common.draft-credit')
  // QuickBooks has no drafts (facts/qbo.md, Bill).
  return say(kind === 'bill' ? 'common.open-bill' : 'common.vendor-credit')
}

function Stopped({ code, raw }: Preview['refused'][number]) {
  const { title, says } = failureWords(code, say)
  return (
    <div role="note" className="rounded-md bg-failed-soft p-2 text-failed-ink">
      <p className="font-semibold">{title}</p>
      <p>{says}</p>
      {raw && <p className="pt-1 text-sm wrap-anywhere">{raw}</p>}
    </div>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">
        <bdi>{children}</bdi>
      </dd>
    </>
  )
}

function Sums({ bill, preview }: { bill: BillToPost; preview: Preview }) {
  const sum = (amount: Money) => money(amount, bill.currency)
  return (
    <dl className="numbers grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 border-t border-line pt-2">
      {preview.net && (
        <>
          <dt className="text-muted">{say('common.net-total')}</dt>
          <dd className="text-right">{sum(preview.net)}</dd>
        </>
      )}
      {preview.taxes.map(({ name, rate, tax, taxable }) => (
        <div key={`${name} ${rate}`} className="contents">
          <dt className="min-w-0 text-muted wrap-anywhere">
            {say('common.tax-of', { name: name || say('common.tax'), rate, sum: sum(taxable) })}
          </dt>
          <dd className="text-right">{sum(tax)}</dd>
        </div>
      ))}
      <dt className="font-semibold">{say('common.total')}</dt>
      <dd className="text-right font-semibold">{sum(bill.total)}</dd>
    </dl>
  )
}
