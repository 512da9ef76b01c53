import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Big from 'big.js'
import { afterEach, describe, expect, test } from 'vitest'
import { seed } from '#sandbox/data/seed.ts'
import { lineAmount, roundingOf, sumOfLines, totalsOf } from '#sandbox/data/totals.ts'
import { parseUbl, readUblFolder } from '#sandbox/data/ubl.ts'
import { withDocuments } from '#sandbox/data/ubl-invoices.ts'

const folder = fileURLToPath(new URL('../../../sandbox/data/ubl/', import.meta.url))
const { documents, problems } = await readUblFolder(folder)
const source = (fileName: string) => readFile(join(folder, fileName), 'utf8')

/** The figure as the XML prints it, found without the parser under test. */
function printed(xml: string, element: string): string {
  const found = new RegExp(`<cbc:${element}\\b[^>]*>\\s*([-\\d.]+)`).exec(xml)?.[1]
  if (found === undefined) throw new Error(`No ${element} is printed`)
  return new Big(found).toFixed(2)
}

/** Every tax subtotal of the first TaxTotal, as [percent, taxable, tax]; no percent is 0. */
function printedTaxes(xml: string) {
  const total = /<cac:TaxTotal>[\s\S]*?<\/cac:TaxTotal>/.exec(xml)?.[0] ?? ''
  return [...total.matchAll(/<cac:TaxSubtotal>[\s\S]*?<\/cac:TaxSubtotal>/g)].map(([part]) => [
    new Big(/<cbc:Percent>\s*([\d.]+)/.exec(part)?.[1] ?? '0').toFixed(),
    printed(part, 'TaxableAmount'),
    printed(part, 'TaxAmount'),
  ])
}

test('reads all twelve documents', () => {
  expect(problems).toEqual([])
  expect(documents).toHaveLength(12)
})

describe.each(documents.map(document => [document.fileName, document] as const))(
  '%s',
  (fileName, document) => {
    const { lines, ...content } = document
    const invoice = { ...content, lines: lines.map(line => ({ ...line, productId: line.product.name })) }

    test('says the totals that the document prints', async () => {
      const xml = await source(fileName)
      expect(document.subtotal).toBe(printed(xml, 'TaxExclusiveAmount'))
      expect(document.total).toBe(printed(xml, 'TaxInclusiveAmount'))
      expect(document.taxes.map(tax => [tax.rate, tax.taxable, tax.tax])).toEqual(printedTaxes(xml))
      const payable = new Big(document.total).minus(document.prepaid).toFixed(2)
      expect(payable).toBe(printed(xml, 'PayableAmount'))
    })

    test('adds up: lines and charges to the subtotal, the taxes to the total', () => {
      expect(sumOfLines(invoice)).toBe(document.subtotal)
      expect(new Big(document.subtotal).plus(document.taxTotal).toFixed(2)).toBe(document.total)
      expect(totalsOf(invoice).total).toBe(document.total)
      for (const line of lines) expect(lineAmount(line)).toBe(line.amount)
    })
  },
)

describe('what real invoices hold', () => {
  const named = (fileName: string) => {
    const found = documents.find(document => document.fileName === fileName)
    if (!found) throw new Error(`${fileName} was not read`)
    return found
  }

  test('a credit note keeps positive amounts and says what it is', () => {
    const note = named('ubl-tc434-creditnote1.xml')
    expect(note.documentType).toBe('CREDIT_NOTE')
    expect(note.total).toBe('100.11')
    expect(documents.filter(document => document.documentType === 'CREDIT_NOTE')).toHaveLength(1)
  })

  test('returned goods become a negative quantity at a positive price', () => {
    const returned = named('ubl-tc434-example1.xml').lines.find(line => line.amount === '-109.98')
    expect(returned).toMatchObject({ quantity: '-6.000', unitPrice: '18.3300', discount: '0.00' })
  })

  test('allowances, freight and prepayment stay apart from the lines', () => {
    const invoice = named('ubl-tc434-example2.xml')
    expect(invoice.charges.map(charge => [charge.kind, charge.amount])).toEqual([
      ['ALLOWANCE', '-100.00'],
      ['DELIVERY', '100.00'],
    ])
    expect(invoice.prepaid).toBe('1000.00')
    expect(invoice.currency).toBe('NOK')
  })

  test('a price for several units is brought down to one', () => {
    const line = named('ubl-tc434-example8.xml').lines.find(({ amount }) => amount === '167.64')
    expect(line).toMatchObject({ quantity: '132.000', unitPrice: '1.2700' })
  })

  test('tax stands in the currency of the document, not in the tax currency', () => {
    expect(named('ubl-tc434-example10.xml').taxTotal).toBe('20.73')
  })
})

describe('placed in an outlet', () => {
  const data = withDocuments(seed({ today: '2026-11-23' }), documents)
  const placed = data.invoices.filter(invoice => invoice.fileName?.endsWith('.xml'))

  test('documents that share number and supplier stay two invoices', () => {
    expect(new Set(placed.map(invoice => invoice.id)).size).toBe(12)
    const shared = placed.filter(invoice => invoice.invoiceNo === '12115118')
    expect(shared).toHaveLength(2)
    expect(new Set(shared.map(invoice => invoice.supplierId)).size).toBe(1)
  })

  test('suppliers of one name with different tax numbers stay apart', () => {
    expect(data.suppliers.filter(supplier => supplier.name === 'SellerCompany')).toHaveLength(2)
  })

  test('adding the same documents again changes nothing', () => {
    expect(withDocuments(data, documents)).toEqual(data)
  })

  test('payable rounding stands after tax', async () => {
    const xml = (await source('ubl-tc434-example9.xml')).replace(
      '<cbc:PayableAmount currencyID="EUR">177.87',
      '<cbc:PayableRoundingAmount currencyID="EUR">0.03</cbc:PayableRoundingAmount><cbc:PayableAmount currencyID="EUR">177.90',
    )
    const rounded = parseUbl('rounded.xml', xml)
    expect(roundingOf(rounded)).toBe('0.03')
    expect([rounded.subtotal, rounded.taxTotal, rounded.total]).toEqual(['147.00', '30.87', '177.90'])
  })
})

describe('what cannot be read', () => {
  const made: string[] = []
  afterEach(async () => {
    for (const dir of made.splice(0)) await rm(dir, { recursive: true })
  })

  test('is named file by file, and the others are read', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'ubl-'))
    made.push(dir)
    const good = await source('ubl-tc434-example9.xml')
    await writeFile(join(dir, 'a-broken.xml'), '<Invoice><cbc:ID>1</Invoice>')
    await writeFile(join(dir, 'b-order.xml'), '<Order xmlns="urn:x"><ID>7</ID></Order>')
    await writeFile(join(dir, 'c-empty.xml'), '')
    await writeFile(
      join(dir, 'd-wrong.xml'),
      good.replaceAll('30.87', '30.88').replaceAll('177.87', '177.99'),
    )
    await writeFile(join(dir, 'e-no-number.xml'), good.replace('<cbc:ID>20150483</cbc:ID>', ''))
    await writeFile(join(dir, 'f-good.XML'), good)
    await writeFile(join(dir, 'notes.txt'), 'not an invoice')
    const read = await readUblFolder(dir)
    expect(read.documents.map(document => document.fileName)).toEqual(['f-good.XML'])
    expect(read.problems.map(problem => problem.fileName)).toEqual([
      'a-broken.xml',
      'b-order.xml',
      'c-empty.xml',
      'd-wrong.xml',
      'e-no-number.xml',
    ])
    const [broken, order, , wrong, numberless] = read.problems.map(problem => problem.message)
    expect(broken).toMatch(/^not well-formed XML/)
    expect(order).toBe('not a UBL 2.1 Invoice or CreditNote (its root element is Order)')
    expect(wrong).toBe('subtotal and taxes add up to 177.88, but the document says 177.99')
    expect(numberless).toMatch(/^unreadable: ID/)
  })

  test('reads a document in the encoding it declares', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'ubl-'))
    made.push(dir)
    const xml = (await source('ubl-tc434-creditnote1.xml')).replace(
      "encoding='UTF-8'",
      "encoding='ISO-8859-1'",
    )
    await writeFile(join(dir, 'latin.xml'), Buffer.from(xml, 'latin1'))
    const { documents: read } = await readUblFolder(dir)
    expect(read[0]?.lines[0]?.product.name).toBe('Exonération du versement du PP')
  })
})
