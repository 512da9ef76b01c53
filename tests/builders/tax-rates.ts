import { TaxRate } from '#lib/domain/ledger-lists.ts'
import { treatmentOf } from '#lib/domain/tax-treatment.ts'

type Row = readonly [code: string, rate: string, name: string, where?: 'assets' | 'not-expenses']

/** A list as Xero's adapter reads it. Codes, rates, names and where they apply: developer.xero.com, "Types and codes". */
function xero(rows: readonly Row[], report: Record<string, string> = {}): TaxRate[] {
  return rows.map(([code, rate, name, where]) =>
    TaxRate.parse({
      code,
      name,
      rate,
      active: true,
      purchases: where !== 'not-expenses',
      classes: where === 'assets' ? ['asset'] : ['asset', 'equity', 'expense', 'liability'],
      treatment: treatmentOf({ code, name, report: report[code] ?? '' }),
    }),
  )
}

/** A list as QuickBooks's adapter reads it: ids for codes, so that the names alone tell. */
function quickbooks(names: readonly (readonly [name: string, rate: string])[]): TaxRate[] {
  return names.map(([name, rate], index) =>
    TaxRate.parse({
      code: String(index + 2),
      name,
      rate,
      active: true,
      purchases: true,
      treatment: treatmentOf({ name }),
    }),
  )
}

const global: readonly Row[] = [
  ['GSTONIMPORTS', '0', 'Sales Tax on Imports', 'not-expenses'],
  ['NONE', '0', 'Tax Exempt'],
  ['INPUT', '0', 'Tax on Purchases'],
  ['OUTPUT', '0', 'Tax on Sales'],
]

export const xeroTaxRates = {
  australia: xero([
    ['BASEXCLUDED', '0', 'BAS Excluded'],
    ['CAPEXINPUT', '10', 'GST on Capital'],
    ['EXEMPTCAPITAL', '0', 'GST Free Capital'],
    ['EXEMPTEXPENSES', '0', 'GST Free Expenses'],
    ['EXEMPTOUTPUT', '0', 'GST Free Income', 'not-expenses'],
    ['GSTONIMPORTS', '0', 'GST on Imports'],
    ['INPUT', '10', 'GST on Expenses'],
    ['INPUTTAXED', '0', 'Input Taxed'],
    ['OUTPUT', '10', 'GST on Income', 'not-expenses'],
  ]),
  newZealand: xero([
    ['GSTONIMPORTS', '0', 'GST on Imports', 'not-expenses'],
    ['INPUT2', '15', 'GST on Expenses'],
    ['NONE', '0', 'No GST'],
    ['OUTPUT2', '15', 'GST on Income', 'not-expenses'],
    ['ZERORATED', '0', 'Zero Rated', 'not-expenses'],
  ]),
  singapore: xero([
    ['BADDEBTRECOVERYY24', '9', 'Bad Debt Recovery'],
    ['BADDEBTRELIEFY24', '9', 'Bad Debt Relief'],
    ['TXCAY24', '0', 'Customer Accounting Purchases'],
    ['SRCAS', '0', 'Customer Accounting Supplies by supplier', 'not-expenses'],
    ['DSOUTPUTY24', '9', 'Deemed Supplies', 'not-expenses'],
    ['BLINPUT2', '0', '2022 Disallowed Expenses'],
    ['BLINPUT3Y24', '9', 'Disallowed Expenses'],
    ['EPINPUT', '0', 'Exempt Purchases'],
    ['MEINPUT', '0', 'Imports under a Special Scheme'],
    ['IGDSINPUT2Y24', '0', 'Imports under IGDS (input tax claim)'],
    ['IMN33Y24', '0', 'Imports: non-regulation 33 exempt supplies'],
    ['IMY24', '0', 'Imports: taxable supplies'],
    ['SROVRLVGY24', '9', 'LVG - electronic marketplace/redeliverer', 'not-expenses'],
    ['NONE', '0', 'No Tax'],
    ['ESN33OUTPUT', '0', 'Non-Regulation 33 Exempt Supplies'],
    ['OPINPUT', '0', 'Out Of Scope Purchases'],
    ['TXN33INPUTY24', '9', 'Partially Exempt Traders Non-Regulation 33 Exempt'],
    ['TXESSINPUTY24', '9', 'Partially Exempt Traders Regulation 33 Exempt'],
    ['TXREINPUTY24', '9', 'Partially Exempt Traders Residual Input tax'],
    ['TXPETINPUTY24', '9', 'Partially Exempt Traders Standard-Rated Purchases'],
    ['NRINPUT', '0', 'Purchases from Non-GST Registered Suppliers'],
    ['TXRCTSY24', '0', 'Reverse charge: taxable supply @ 9%'],
    ['INPUTY23', '8', '2023 Standard-Rated Purchases'],
    ['INPUTY24', '9', 'Standard-Rated Purchases'],
    ['OUTPUTY24', '9', 'Standard-Rated Supplies', 'not-expenses'],
    ['TOURISTREFUND', '0', 'Tourist Refund Claim'],
    ['ZERORATEDINPUT', '0', 'Zero-Rated Purchases'],
  ]),
  unitedKingdom: xero([
    ['CAPEXINPUT2', '20', '20% (VAT on Capital Purchases)', 'assets'],
    ['INPUT2', '20', '20% (VAT on Expenses)'],
    ['OUTPUT2', '20', '20% (VAT on Income)', 'not-expenses'],
    ['RRINPUT', '5', '5% (VAT on Expenses)'],
    ['DRCHARGESUPPLY20', '20', 'Domestic Reverse Charge @ 20% (VAT on Expenses)'],
    ['DRCHARGESUPPLY5', '5', 'Domestic Reverse Charge @ 5% (VAT on Expenses)'],
    ['ECACQUISITIONS', '20', 'EC Acquisitions (20%)'],
    ['ECZRACQUISITIONS', '0', 'EC Acquisitions (Zero Rated)'],
    ['EXEMPTINPUT', '0', 'Exempt Expenses'],
    ['NONE', '0', 'No VAT'],
    ['REVERSECHARGES', '20', 'Reverse Charge Expenses (20%)'],
    ['GSTONIMPORTS', '0', 'VAT on Imports', 'not-expenses'],
    ['ZERORATEDINPUT', '0', 'Zero Rated Expenses'],
  ]),
  unitedStates: xero(
    [
      ...global,
      ['AVALARA', '0', 'Auto Look Up (DO NOT USE)'],
      ['f3b1a9f0-6f0e-4b57-9a53-0d5b7c2e1a44', '8.875', 'New York City'],
      ['TAX001', '8.875', 'NYC sales tax paid'],
    ],
    { 'f3b1a9f0-6f0e-4b57-9a53-0d5b7c2e1a44': 'USSALESTAX', TAX001: 'INPUT' },
  ),
  hongKong: xero(global),
  /** The Global edition, with the rates of SST that people add (6 % was raised to 8 % in March 2024). */
  malaysia: xero(
    [
      ...global,
      ['TAX001', '6', 'Service Tax 6%'],
      ['TAX002', '8', 'Service Tax 8%'],
      ['TAX003', '10', 'Sales Tax 10%'],
    ],
    { TAX001: 'INPUT', TAX002: 'INPUT', TAX003: 'INPUT' },
  ),
  /** The Global edition, in which every rate of VAT is one that people added: their names alone tell them apart. */
  europe: xero([
    ...global,
    ['TAX001', '21', 'BTW verlegd 21%'],
    ['TAX002', '21', 'Intra-Community acquisition 21%'],
    ['TAX003', '21', 'VAT 21% on purchases'],
    ['TAX004', '9', 'Reverse charge 9%'],
    ['TAX005', '9', 'VAT 9% on purchases'],
    ['TAX006', '19', 'Innergemeinschaftlicher Erwerb 19%'],
    ['TAX007', '0', 'VAT 0% on purchases'],
  ]),
}

/** Names: Intuit's help, "VAT codes in QuickBooks Online", and its pages for Singapore and Australia. */
export const quickbooksTaxRates = {
  australia: quickbooks([
    ['GST on capital', '10'],
    ['GST on non-capital', '10'],
    ['GST-free capital', '0'],
    ['GST-free non-capital', '0'],
    ['Input taxed', '0'],
    ['Out of Scope', '0'],
  ]),
  singapore: quickbooks([
    ['BL 9%', '9'],
    ['IM 9%', '9'],
    ['TX 9%', '9'],
    ['TX-ESS 9%', '9'],
    ['TX-N33 9%', '9'],
    ['TX-RE 9%', '9'],
    ['TXCA 9%', '9'],
    ['0% EP', '0'],
    ['0% ME', '0'],
    ['0% NR', '0'],
    ['0% OP', '0'],
    ['0% ZP', '0'],
    ['Out of scope 0%', '0'],
  ]),
  unitedKingdom: quickbooks([
    ['20.0% ECG', '20'],
    ['20.0% RC MPCCs', '20'],
    ['20.0% RC SG', '20'],
    ['20.0% S', '20'],
    ['5.0% R', '5'],
    ['5.0% RC CIS', '5'],
    ['PVA Import 20.0%', '20'],
    ['0.0% ECG', '0'],
    ['0.0% Z', '0'],
    ['Exempt', '0'],
    ['No VAT', '0'],
    ['PVA Import 0.0%', '0'],
  ]),
}
