import type { BillToPost } from '#lib/domain/bill.ts'
import { failureEntry } from '#lib/domain/failures/catalogue.ts'
import { formatMoney } from '#lib/domain/money.ts'
import type { Preview } from '#lib/domain/preview.ts'
import { BillPreviewLine } from './BillPreviewLine.tsx'
import { counted } from './counted.ts'
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
            <Fact name="Posted as">{kindWords(bill, preview)}</Fact>
            <Fact name="To">{`${organisation} (${ledgers[ledger]})`}</Fact>
            <Fact name="Contact">{contact.made ? `${contact.name}, made new` : contact.name}</Fact>
            <Fact name="Number">
              {preview.shortenedTo === null
                ? bill.number
                : `${bill.number}, cut to ${preview.shortenedTo} characters; whole in the memo`}
            </Fact>
            <Fact name="Date">{`${dayOf(bill.date)}, due ${dayOf(bill.dueDate)}`}</Fact>
            <Fact name="Amounts">{bill.amountsIncludeTax ? 'including tax' : 'without tax'}</Fact>
            {preview.file && <Fact name="File">{preview.file}</Fact>}
          </dl>
          <section aria-label={counted(bill.lines.length, 'line')}>
            <h3 className="pb-1 text-sm text-muted">{counted(bill.lines.length, 'line')}</h3>
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
  if (ledger === 'xero') return kind === 'bill' ? 'A draft bill' : 'A draft credit note'
  // QuickBooks has no drafts (facts/qbo.md, Bill).
  return kind === 'bill' ? 'An open bill, at once' : 'A vendor credit, at once'
}

function Stopped({ code, raw }: Preview['refused'][number]) {
  const { title, says } = failureEntry(code)
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
  const money = (amount: Parameters<typeof formatMoney>[0]) => formatMoney(amount, bill.currency)
  return (
    <dl className="numbers grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 border-t border-line pt-2">
      {preview.net && (
        <>
          <dt className="text-muted">Without tax</dt>
          <dd className="text-right">{money(preview.net)}</dd>
        </>
      )}
      {preview.taxes.map(({ name, rate, tax, taxable }) => (
        <div key={`${name} ${rate}`} className="contents">
          <dt className="min-w-0 text-muted wrap-anywhere">{`${name || 'Tax'}, ${rate} % of ${money(taxable)}`}</dt>
          <dd className="text-right">{money(tax)}</dd>
        </div>
      ))}
      <dt className="font-semibold">Total</dt>
      <dd className="text-right font-semibold">{money(bill.total)}</dd>
    </dl>
  )
}
