import { currencyIn } from './currency.ts'
import { withPlainDigits } from './digits.ts'

/** An amount as a page shows it: a decimal string without grouping, and its currency (ISO 4217) if shown. */
export interface ShownAmount {
  amount: string | null
  currency: string | null
}

const threeDecimals = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])
const number = /[\d.,'’٫٬\s\u00a0\u202f]*\d[\d.,'’٫٬\s\u00a0\u202f]*/
/** What is shortened was rounded: it is no amount. */
const shortened = /^(?:[km]\b|rb\b|ribu|jt\b|juta|tr\b|triệu|nghìn|tỷ|[万萬亿億千]|พัน|หมื่น|แสน|ล้าน)/i

/**
 * Reads `SGD 1,234.50`, `Rp 1.234.567,00`, `₫1.234.567`, `(12.00)`, `−5’000.10` or `๑,๒๓๔.๕๐`. A lone separator
 * before exactly three digits groups thousands, unless the currency has three decimals or the number begins
 * with zero. What is shortened (`1.2万`, `3 jt`) is not read.
 * @param language the page's own (BCP 47), for signs that mean several currencies
 */
export function readAmount(text: string, language = ''): ShownAmount {
  const plain = withPlainDigits(text)
  const currency = currencyIn(plain, language)
  const found = number.exec(plain)
  if (!found) return { amount: null, currency }
  const before = plain.slice(0, found.index)
  const after = plain.slice(found.index + found[0].length)
  const compact = found[0]
    .replace(/[\s'’٬]/g, '')
    .replace(/٫/g, '.')
    .replace(/^[.,]+|[.,]+$/g, '')
  const amount = shortened.test(after) ? null : withPoint(compact, currency)
  if (amount === null) return { amount: null, currency }
  return { amount: isNegative(before, after) && Number(amount) !== 0 ? `-${amount}` : amount, currency }
}

/** By a minus before it or its currency, by one after it, or by brackets around it. */
function isNegative(before: string, after: string): boolean {
  if (/[-−–]\s*(?:[^\d\s]{1,4}\s*)?$/.test(before) || /^\s*[-−]\s*$/.test(after)) return true
  return /\([^()\d]*$/.test(before) && /^[^()\d]*\)/.test(after)
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
  if (mixed && !isGrouped(compact.slice(0, last))) return null
  return wellFormed(`${compact.slice(0, last).replace(/[.,]/g, '')}.${compact.slice(last + 1)}`)
}

/** `1.234.567`, also `12,34,567` as in India; nothing else is grouping. */
function isGrouped(compact: string): boolean {
  return /^\d{1,3}(?:\.\d{2,3})*\.\d{3}$|^\d{1,3}(?:,\d{2,3})*,\d{3}$/.test(compact)
}

function wellFormed(amount: string): string | null {
  return /^\d{1,15}(\.\d{1,6})?$/.test(amount) ? amount : null
}
