import type { AmountPair, BillComparison, ComparedLine, LinePair } from '#lib/domain/bill-comparison.ts'
import type { Compared } from '#lib/messages.ts'
import { decimals } from '#lib/words/formats.ts'
import { say, sayCount } from '#lib/words/say.ts'
import { element, foreign } from './element.ts'

type Shown = BillComparison['lines'][number]['differs'][number] | BillComparison['head'][number]['field']

/** An invoice and its bill side by side: what differs, line by line, then what both come to. */
export function comparisonTable({ comparison, accounts }: Omit<Compared, 'ok'>): HTMLElement {
  const { currency, head, lines, net, taxes, total } = comparison
  const amount = inCurrency(currency)
  const differing = lines.filter(({ ours, theirs, differs }) => !ours || !theirs || differs.length > 0)
  const agreeing = lines.length - differing.length
  const rows = [
    ...head
      .filter(({ differs }) => differs)
      .map(({ field, ours, theirs }) =>
        row(say(`comparison.${field}`), foreign(ours), foreign(theirs), true),
      ),
    ...differing.flatMap(pair => lineRows(pair, amount, accounts)),
  ]
  const totals = [
    sumRow(say('comparison.net'), net, amount),
    ...taxes
      .filter(({ tax }) => Number(tax.ours) !== 0 || Number(tax.theirs) !== 0)
      .map(({ taxRate, tax }) =>
        sumRow(
          taxRate === null ? say('comparison.tax') : say('comparison.tax-at', { rate: taxRate }),
          tax,
          amount,
        ),
      ),
    sumRow(say('comparison.total'), total, amount),
  ]
  return element(
    'div',
    { class: 'comparison' },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, currency),
          element('th', { scope: 'col' }, say('comparison.invoice')),
          element('th', { scope: 'col' }, say('comparison.bill')),
        ),
      ),
      element('tbody', {}, ...rows),
      element('tfoot', {}, ...totals),
    ),
    element('p', { class: 'faint' }, agreeingWords(agreeing, differing.length)),
  )
}

function agreeingWords(agreeing: number, differing: number): string {
  if (differing === 0) return say('comparison.all-agree')
  if (agreeing === 0) return say('comparison.none-agrees')
  return sayCount('comparison.more-agree', agreeing)
}

function lineRows(
  { ours, theirs, differs }: LinePair,
  amount: (value: string) => string,
  accounts: Record<string, string>,
): HTMLElement[] {
  const name = foreign((ours ?? theirs)?.description ?? '')
  const missing = ours ? say('comparison.not-on-bill') : say('comparison.not-on-invoice')
  const cell = (line: ComparedLine | null) => (line ? amount(line.amount) : '–')
  const first = row(name, cell(ours), cell(theirs), differs.includes('amount') || !ours || !theirs)
  if (!ours || !theirs) {
    first.firstElementChild?.append(' ', element('small', {}, `(${missing})`))
    return [first]
  }
  const shown = (line: ComparedLine, what: Shown) => shownOf(line, what, accounts, amount)
  const rest = differs
    .filter(what => what !== 'amount')
    .map(what =>
      row(element('small', {}, say(`comparison.${what}`)), shown(ours, what), shown(theirs, what), true),
    )
  return [first, ...rest]
}

function shownOf(
  line: ComparedLine,
  what: Shown,
  accounts: Record<string, string>,
  amount: (value: string) => string,
): string {
  switch (what) {
    case 'description':
      return line.description
    case 'quantity':
      return plainNumber(line.quantity)
    case 'unit-amount':
      return plainNumber(line.unitAmount)
    case 'account':
      return line.account === null
        ? say('comparison.none')
        : `${line.account} ${accounts[line.account] ?? ''}`.trim()
    case 'tax-code':
      return line.taxCode ?? say('comparison.the-accounts')
    case 'tax':
      return line.tax === null ? '' : amount(line.tax)
    case 'tracking':
      return line.tracking || say('comparison.none')
    default:
      return ''
  }
}

function sumRow(label: string, { ours, theirs, delta }: AmountPair, amount: (value: string) => string) {
  return row(label, amount(ours), amount(theirs), Number(delta) !== 0)
}

/** What differs is said in words as well: a colour alone does not tell. */
function row(
  label: string | Node,
  ours: string | Node,
  theirs: string | Node,
  differs: boolean,
): HTMLElement {
  const made = element(
    'tr',
    { class: differs ? 'differs' : '' },
    element('th', { scope: 'row' }, label),
    element('td', {}, ours),
    element('td', {}, theirs),
  )
  if (differs) made.firstElementChild?.append(element('span', { class: 'unseen' }, say('comparison.differs')))
  return made
}

/** `6.000` as `6`: how many decimals each side keeps is no difference. */
function plainNumber(value: string): string {
  return decimals({ maximumFractionDigits: 6 })(value)
}

/** Amounts with as many decimals as the currency has, in the reader's own way of writing numbers. */
function inCurrency(currency: string): (value: string) => string {
  const money = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  const digits = money.maximumFractionDigits ?? 2
  return decimals({ minimumFractionDigits: digits, maximumFractionDigits: digits })
}
