import Big from 'big.js'
import { between, fixed, rate, total } from './decimal.ts'
import type { InvoiceCharge, InvoiceLine, InvoiceTax, StoredInvoice } from './sandbox-data.ts'
import { roundingOf, sumOfLines, totalsOf } from './totals.ts'
import type { UblXml } from './ubl-schema.ts'

type Content = Pick<
  StoredInvoice,
  | 'invoiceNo'
  | 'documentType'
  | 'date'
  | 'dueDate'
  | 'currency'
  | 'amountsIncludeTax'
  | 'charges'
  | 'subtotal'
  | 'taxes'
  | 'taxTotal'
  | 'total'
  | 'prepaid'
>

/** A line that names its product instead of pointing into a catalogue. */
export type UblLine = Omit<InvoiceLine, 'productId'> & { product: { name: string; sku: string } }

/** One UBL invoice or credit note in the look-alike's terms, not yet placed in an outlet. */
export interface UblDocument extends Content {
  fileName: string
  supplier: { name: string; taxId: string | null }
  lines: UblLine[]
}

const units: Readonly<Record<string, string>> = {
  C62: 'unit',
  EA: 'each',
  H87: 'piece',
  KGM: 'kg',
  KW: 'kW',
  KWH: 'kWh',
  LTR: 'l',
  MON: 'month',
  MTR: 'm',
}

/** Turns a parsed UBL document into an invoice. Throws a sentence when its totals do not add up as printed. */
export function documentOf(fileName: string, kind: 'Invoice' | 'CreditNote', xml: UblXml): UblDocument {
  const lines = xml.Line.map(lineOf)
  const charges = chargesOf(xml)
  const amounts = { lines: lines.map(line => ({ ...line, productId: line.product.name })), charges }
  const printed = xml.LegalMonetaryTotal
  const subtotal = fixed(printed.TaxExclusiveAmount)
  const taxes = taxesOf(xml, totalsOf({ ...amounts, amountsIncludeTax: false }).taxes)
  const taxTotal = total(taxes.map(tax => tax.tax))
  const rounding = roundingOf(amounts)
  agree('lines and charges add up to', sumOfLines({ ...amounts, amountsIncludeTax: false }), subtotal)
  agree('taxes add up to', taxTotal, fixed(printedTax(xml)?.TaxAmount['#text'].trim() ?? '0'))
  agree('subtotal and taxes add up to', total([subtotal, taxTotal]), fixed(printed.TaxInclusiveAmount))
  return {
    fileName,
    supplier: supplierOf(xml),
    invoiceNo: xml.ID,
    documentType: kind === 'CreditNote' || xml.InvoiceTypeCode === '381' ? 'CREDIT_NOTE' : 'INVOICE',
    date: xml.IssueDate,
    dueDate: xml.DueDate ?? xml.PaymentMeans?.find(means => means.PaymentDueDate)?.PaymentDueDate ?? null,
    currency: xml.DocumentCurrencyCode,
    amountsIncludeTax: false,
    lines,
    charges,
    subtotal,
    taxes,
    taxTotal,
    total: total([subtotal, taxTotal, rounding]),
    prepaid: fixed(printed.PrepaidAmount ?? '0'),
  }
}

function agree(what: string, computed: string, printed: string) {
  if (computed !== printed) throw new Error(`${what} ${computed}, but the document says ${printed}`)
}

function supplierOf(xml: UblXml): UblDocument['supplier'] {
  const party = xml.AccountingSupplierParty.Party
  const name = party.PartyName?.[0]?.Name || party.PartyLegalEntity?.[0]?.RegistrationName
  if (!name) throw new Error('the supplier has no name')
  const taxId = party.PartyTaxScheme?.find(scheme => scheme.CompanyID)?.CompanyID
  return { name, taxId: taxId ?? party.PartyIdentification?.[0]?.ID ?? null }
}

function lineOf(line: UblXml['Line'][number]): UblLine {
  const printed = line.InvoicedQuantity ?? line.CreditedQuantity
  const amount = fixed(line.LineExtensionAmount)
  const price = new Big(line.Price?.PriceAmount ?? line.LineExtensionAmount)
  const base = new Big(line.Price?.BaseQuantity?.['#text'].trim() || '1')
  const unitPrice = between(base.eq(0) ? price : price.div(base), 4)
  const counted = new Big(printed?.['#text'].trim() || '1')
  const gross = fixed(counted.times(unitPrice))
  // A return is sometimes printed with a positive quantity and a negative amount: the amount decides.
  const returned = new Big(gross).plus(amount).eq(0) && !new Big(amount).eq(0)
  const name = line.Item.Name || line.Item.Description || `Line ${line.ID}`
  const unitCode = printed?.['@_unitCode'] ?? 'C62'
  return {
    id: `line-${line.ID}`,
    product: { name, sku: line.Item.SellersItemIdentification?.ID ?? '' },
    description: line.Item.Description || name,
    quantity: between(returned ? counted.times(-1) : counted, 3),
    unit: units[unitCode] ?? unitCode,
    unitPrice,
    discount: returned ? '0.00' : fixed(new Big(gross).minus(amount)),
    amount,
    taxRate: rate(line.Item.ClassifiedTaxCategory?.[0]?.Percent ?? '0'),
  }
}

function chargesOf(xml: UblXml): InvoiceCharge[] {
  const charges: InvoiceCharge[] = xml.AllowanceCharge.map(part => {
    const description = part.AllowanceChargeReason || (part.ChargeIndicator ? 'Charge' : 'Allowance')
    return {
      kind: part.ChargeIndicator ? kindOf(description, part.AllowanceChargeReasonCode) : 'ALLOWANCE',
      description,
      amount: fixed(part.ChargeIndicator ? part.Amount : new Big(part.Amount).times(-1)),
      taxRate: rate(part.TaxCategory?.[0]?.Percent ?? '0'),
    }
  })
  const rounding = fixed(xml.LegalMonetaryTotal.PayableRoundingAmount ?? '0')
  if (rounding === '0.00') return charges
  return [...charges, { kind: 'ROUNDING', description: 'Rounding', amount: rounding, taxRate: '0' }]
}

/** FC is UNTDID 7161's code for freight. */
function kindOf(reason: string, code: string | undefined): InvoiceCharge['kind'] {
  if (code === 'FC' || /freight|delivery|transport|carriage/i.test(reason)) return 'DELIVERY'
  return /deposit|statiegeld|pfand|consigne/i.test(reason) ? 'DEPOSIT' : 'CHARGE'
}

/** The tax in the document's own currency; a second total may stand in the tax currency. */
function printedTax(xml: UblXml) {
  const own = xml.TaxTotal.filter(tax => tax.TaxAmount['@_currencyID'] === xml.DocumentCurrencyCode)
  return own.find(tax => tax.TaxSubtotal.length > 0) ?? own[0] ?? xml.TaxTotal[0]
}

/** Taxes per rate as printed; categories of one rate (exempt and zero-rated, say) stand together. */
function taxesOf(xml: UblXml, computed: InvoiceTax[]): InvoiceTax[] {
  const subtotals = printedTax(xml)?.TaxSubtotal ?? []
  if (subtotals.length === 0) return computed
  const taxes = new Map<string, InvoiceTax>()
  for (const part of subtotals) {
    const percent = rate(part.TaxCategory[0]?.Percent ?? '0')
    const before = taxes.get(percent) ?? { rate: percent, taxable: '0.00', tax: '0.00' }
    taxes.set(percent, {
      rate: percent,
      taxable: total([before.taxable, part.TaxableAmount]),
      tax: total([before.tax, part.TaxAmount]),
    })
  }
  return [...taxes.values()]
}
