/** Signs and words that mean one currency only: `$`, `¥` and `元` could be several. The longer go first. */
const signs: readonly (readonly [string, string])[] = [
  ['NT$', 'TWD'],
  ['HK$', 'HKD'],
  ['US$', 'USD'],
  ['S$', 'SGD'],
  ['A$', 'AUD'],
  ['NZ$', 'NZD'],
  ['VNĐ', 'VND'],
  ['RMB', 'CNY'],
  ['RM', 'MYR'],
  ['Rp', 'IDR'],
  ['฿', 'THB'],
  ['บาท', 'THB'],
  ['₫', 'VND'],
  ['đồng', 'VND'],
  ['đ', 'VND'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₱', 'PHP'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['円', 'JPY'],
  ['人民币', 'CNY'],
  ['新台幣', 'TWD'],
  ['港幣', 'HKD'],
]
const forms = signs.map(
  ([sign, code]) =>
    [new RegExp(`(?<!\\p{L})${sign.replace('$', '\\$')}(?![\\p{Ll}\\p{Lu}])`, 'u'), code] as const,
)
/** What an ambiguous sign means on a page in a language that is written in one land. */
const byLanguage: readonly (readonly [RegExp, RegExp, string])[] = [
  [/[¥円]/, /^ja\b/i, 'JPY'],
  [/[¥元]/, /^zh(?:-hans)?(?:-cn)?$/i, 'CNY'],
  [/元/, /^zh(?:-hant)?-tw$/i, 'TWD'],
  [/\$/, /^zh(?:-hant)?-hk$/i, 'HKD'],
]
const codes = new Set(Intl.supportedValuesOf('currency'))

/**
 * The currency (ISO 4217) that an amount is written in; null where none is, or where its sign means several.
 * @param language the page's own (BCP 47), if known
 */
export function currencyIn(text: string, language = ''): string | null {
  for (const [, code = ''] of text.matchAll(/(?<![A-Za-z])([A-Z]{3})(?![A-Za-z])/g)) {
    if (codes.has(code)) return code
  }
  const sign = forms.find(([form]) => form.test(text))
  if (sign) return sign[1]
  return byLanguage.find(([mark, of]) => mark.test(text) && of.test(language))?.[2] ?? null
}
