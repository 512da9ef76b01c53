import { type Currency, formatMoney } from '#lib/domain/money.ts'
import type { PreviewLine } from '#lib/domain/preview.ts'
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
        <span className="numbers shrink-0">{formatMoney(amount, currency)}</span>
      </p>
      <p className="numbers text-sm text-muted wrap-anywhere">
        {[
          ...(Number(quantity) === 1 ? [] : [`${plain(quantity, 0)} × ${plain(unitAmount, 2)}`]),
          account === null ? say('common.no-account') : `${line.account} ${account}`.trim(),
          `${tax.name} ${formatMoney(line.tax, currency)}`.trim(),
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
  // Intl takes decimal strings exactly (ES2023); the DOM's types name only numbers and bigints.
  const digits = { minimumFractionDigits: least, maximumFractionDigits: 4 }
  return new Intl.NumberFormat(undefined, digits).format(value as unknown as number)
}
