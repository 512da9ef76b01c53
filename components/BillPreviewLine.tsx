import type { Currency } from '#lib/domain/money.ts'
import type { PreviewLine } from '#lib/domain/preview.ts'
import { decimals, money } from '#lib/words/formats.ts'
import { say } from '#lib/words/say.ts'

/** A line as it would be posted: what it is and comes to, where it goes, and how it is taxed. */
export function BillPreviewLine({
  of: { line, account, tax },
  currency,
}: {
  of: PreviewLine
  currency: Currency
}) {
  const { description, quantity, unitAmount, amount, tracking } = line
  return (
    <li className="border-b border-line/60 py-1.5">
      <p className="flex gap-2">
        <bdi className="min-w-0 flex-1 wrap-anywhere">{description}</bdi>
        <span className="numbers shrink-0">{money(amount, currency)}</span>
      </p>
      <p className="numbers text-sm text-muted wrap-anywhere">
        {[
          ...(Number(quantity) === 1 ? [] : [`${plain(quantity, 0)} × ${plain(unitAmount, 2)}`]),
          account === null ? say('common.no-account') : `${line.account} ${account}`.trim(),
          `${tax.name} ${money(line.tax, currency)}`.trim(),
          ...(tracking ? [`${tracking.category}: ${tracking.option}`] : []),
        ].join(' · ')}
      </p>
      {tax.why === 'usual' && tax.others.length > 0 && (
        <details className="text-sm text-muted">
          <summary>{say('common.other-tax-codes', { rate: line.taxRate })}</summary>
          <p className="pt-0.5 wrap-anywhere">
            {say('common.other-tax-codes-says', { codes: tax.others.join(', ') })}
          </p>
        </details>
      )}
    </li>
  )
}

/** A number as people write it, with at least so many decimals and at most the four that ledgers take. */
function plain(value: string, least: number): string {
  return decimals({ minimumFractionDigits: least, maximumFractionDigits: 4 })(value)
}
