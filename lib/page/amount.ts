/** An amount as a page shows it: a decimal string without grouping, and its currency (ISO 4217) if shown. */
export interface ShownAmount {
  amount: string | null
  currency: string | null
}

/** Signs that mean one currency only: `$` and `¥` could be several. */
const signs: readonly (readonly [string, string])[] = [
  ['S$', 'SGD'],
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['RM', 'MYR'],
  ['Rp', 'IDR'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₱', 'PHP'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
]
const threeDecimals = new Set(['BHD', 'KWD', 'OMR', 'JOD', 'TND'])
const number = /[\d.,'’٫٬\s\u00a0\u202f]*\d[\d.,'’٫٬\s\u00a0\u202f]*/

/**
 * Reads `SGD 1,234.50`, `1.234,50 €`, `(12.00)`, `−5’000.10` or `١٬٢٣٤٫٥٠`. A lone separator before exactly
 * three digits groups thousands, unless the currency has three decimals or the number begins with zero.
 */
export function readAmount(text: string): ShownAmount {
  const plain = text.normalize('NFKC').replace(/\p{Nd}/gu, digit)
  const currency = currencyIn(plain)
  const found = number.exec(plain)?.[0]
  if (!found) return { amount: null, currency }
  const compact = found
    .replace(/[\s'’٬]/g, '')
    .replace(/٫/g, '.')
    .replace(/^[.,]+|[.,]+$/g, '')
  const amount = withPoint(compact, currency)
  if (amount === null) return { amount: null, currency }
  const negative = /[-−–]\s*[^\d]*\d/.test(plain) || /\(.*\d.*\)/.test(plain) || /\d\s*[-−]\s*$/.test(plain)
  return { amount: negative && Number(amount) !== 0 ? `-${amount}` : amount, currency }
}

function withPoint(compact: string, currency: string | null): string | null {
  const last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','))
  if (last < 0) return wellFormed(compact)
  const separator = compact[last] ?? ''
  const decimals = compact.length - last - 1
  const [whole = ''] = compact.split(separator)
  const repeated = compact.indexOf(separator) !== last
  const mixed = compact.includes(separator === '.' ? ',' : '.')
  const groups = decimals === 3 && !mixed && whole !== '0' && !threeDecimals.has(currency ?? '')
  if (repeated || groups) return isGrouped(compact) ? wellFormed(compact.replace(/[.,]/g, '')) : null
  return wellFormed(`${compact.slice(0, last).replace(/[.,]/g, '')}.${compact.slice(last + 1)}`)
}

/** `1.234.567`, also `12,34,567` as in India; nothing else is grouping. */
function isGrouped(compact: string): boolean {
  return /^\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/.test(compact)
}

function wellFormed(amount: string): string | null {
  return /^\d{1,15}(\.\d{1,6})?$/.test(amount) ? amount : null
}

function currencyIn(text: string): string | null {
  const code = /(?<![A-Za-z])([A-Z]{3})(?![A-Za-z])/.exec(text)?.[1]
  if (code) return code
  const sign = signs.find(([sign]) => new RegExp(`(?<![A-Za-z])${sign.replace('$', '\\$')}`).test(text))
  return sign?.[1] ?? null
}

/** A decimal digit of any script as 0–9: the ten of each script stand in a row. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 128) return character
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}
