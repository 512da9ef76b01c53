import { z } from 'zod'

/**
 * What a ledger's tax code is for, as far as a choice between codes of one rate needs it. `blocked`: tax that may not
 * be claimed; `partial`: of traders that are exempt in part; `adjustment`: bad debts, refunds, changes of use.
 */
export const TaxTreatment = z.enum([
  'standard',
  'zero-rated',
  'exempt',
  'out-of-scope',
  'unregistered',
  'capital',
  'blocked',
  'partial',
  'import',
  'reverse-charge',
  'adjustment',
  'sales',
])
export type TaxTreatment = z.infer<typeof TaxTreatment>

/** Of ledgers' own codes, whatever people call them; by the tables of developer.xero.com, "Types and codes". */
const byCode: readonly [RegExp, TaxTreatment][] = [
  [/^(REVERSECHARGES|DRCHARGE|TXRC|TXCA|SRCA)/, 'reverse-charge'],
  [/^(GSTON(CAP(ITAL)?)?IMPORTS|CAPIMPORTS|GOODSIMPORT|IM($|Y|ESS|N33|RE|INPUT)|IGDS|MEINPUT|EC)/, 'import'],
  [/^(BADDEBT|TOURISTREFUND|CIU|INPUT4)/, 'adjustment'],
  [/OUTPUT|^(AVALARA|USSALESTAX|MOSSSALES|SROVR|SRLVG|ACC28PLUS|ACCUPTO28|EXEMPTEXPORT)/, 'sales'],
  [/^BLINPUT/, 'blocked'],
  [/^TX(N33|ESS|RE|PET)/, 'partial'],
  [/^(CAPEX|CAPITALEX|EXEMPTCAPITAL|CAPINPUT)/, 'capital'],
  [/^NRINPUT/, 'unregistered'],
  [/^(NONE|BASEXCLUDED|OPINPUT|NOTREPORTED)/, 'out-of-scope'],
  [/^(EXEMPTINPUT|EPINPUT|INPUTTAXED)/, 'exempt'],
  [/^(EXEMPTEXPENSES|ZERORATED|ZRINPUT)/, 'zero-rated'],
  [/^(INPUT|RRINPUT|SRINPUT)/, 'standard'],
]

/**
 * By name, for codes that people made and for ledgers that have no others: in the words of the regions, and in
 * those by which Intuit's help lists QuickBooks's own codes (`20.0% RC SG`, `9% TX`, `GST-free non-capital`).
 */
const byName: readonly [RegExp, TaxTreatment][] = [
  [
    /reverse|\bRC\b|\bTXRC|customer accounting|\bTXCA\b|\bSRCA|verlegd|§ ?13b|autoliquid|inversi[oó]n|odwrotn/i,
    'reverse-charge',
  ],
  [
    /\bimport|acquisition|\bEC[GS]?\b|\bEU\b|intra.?[ck]om|inner.?gemeins|\bPVA\b|postponed|\b(IM|ME|IGDS)\b|invoer|einfuhr/i,
    'import',
  ],
  [/bad debt|refund|change in use|adjustment/i, 'adjustment'],
  [/disallow|block|\bBL\b|non.?(recover|deduct|claim)|not (recover|deduct|claim)|irrecoverable/i, 'blocked'],
  [/partial|residual|\bTX-?(N33|ESS|RE|PET|N43|E43)\b/i, 'partial'],
  [/(?<!non.?)\bcapital/i, 'capital'],
  [/\bNR\b|(un|non.?(GST.?|VAT.?)?)registered/i, 'unregistered'],
  [
    /out.?of.?scope|outside the scope|excluded|\bOP\b|\bOS\b|\bN-?T\b|\bno.?(vat|gst|tax)\b|tax exempt/i,
    'out-of-scope',
  ],
  [/exempt|\bEP\b|input.tax/i, 'exempt'],
  [/zero|\bZ[RP]?\b|(gst|vat|tax).?free/i, 'zero-rated'],
]

/**
 * What a tax code is for. `code` is the ledger's own, `report` what it says of codes that people made; both are
 * unknown where a ledger has ids alone. What nothing tells is `standard`.
 */
export function treatmentOf({
  code = '',
  report = '',
  name,
}: {
  code?: string
  report?: string
  name: string
}): TaxTreatment {
  const made = code === '' || /^TAX\d+$/.test(code)
  const known = made ? undefined : found(byCode, code)
  if (known !== undefined) return known
  // A code that people made of the common kind says in its name alone that it is a special one.
  const reported = found(byCode, report)
  if (reported !== undefined && reported !== 'standard') return reported
  return found(byName, name) ?? 'standard'
}

function found(rules: readonly [RegExp, TaxTreatment][], text: string): TaxTreatment | undefined {
  return rules.find(([pattern]) => pattern.test(text))?.[1]
}
