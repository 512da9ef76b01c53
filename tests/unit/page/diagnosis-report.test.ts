import { expect, test } from 'vitest'
import { diagnosisReport, type ReadingKnown } from '#lib/page/diagnosis-report.ts'
import { masked } from '#lib/page/masked.ts'
import { PageDiagnosis } from '#lib/page/page-diagnosis.ts'
import { Taught } from '#lib/page/taught.ts'

const known: ReadingKnown = {
  version: '0.1.0',
  profile: { name: 'foodrazor', version: 3 },
  taught: null,
  off: [],
  invoices: { all: 12, ofRows: 2, withLines: 9 },
  outlets: 3,
  detailUrl: '/api/invoices/{id}',
}
const page = PageDiagnosis.parse({
  language: 'en',
  isFrame: false,
  shadowRoots: 1,
  frames: 0,
  ours: 25,
  heads: [{ labels: ['Invoice No.', 'Notes'], columns: { number: 'Invoice No.' } }],
  list: {
    parts: 1,
    row: '<tr>',
    rows: 25,
    shown: { number: 25, supplier: 24 },
    clouds: [{ says: 'exported (0.97): aria-label “Exported”', rows: 20 }],
    examples: [{ number: 'XXX-0000', total: 'XXX 0,000.00' }],
  },
})

test('says what was found, where, and with what evidence', () => {
  const report = diagnosisReport(known, [page])
  expect(report).toContain('Profile: foodrazor, version 3; switched off: nothing')
  expect(report).toContain('Known: 12 invoices of 3 outlets; 2 from rows alone; lines of 9')
  expect(report).toContain('read as: number: Invoice No.')
  expect(report).toContain('List: 25 rows, each <tr>; 1 part')
  expect(report).toContain('- 20 × exported (0.97): aria-label “Exported”')
  expect(report).toContain('- number: XXX-0000; total: XXX 0,000.00')
})

test('says what was taught, and that no list was found', () => {
  const taught = Taught.parse({
    at: '2026-11-03T02:00:00.000Z',
    columns: { number: ['Beleg'] },
    clouds: { failed: { text: ['rot'], signs: [], tokens: [], colours: [] } },
  })
  const report = diagnosisReport({ ...known, taught, off: ['bar'] }, [{ ...page, heads: [], list: null }])
  expect(report).toContain('Taught: 2026-11-03, number “beleg”; cloud failed')
  expect(report).toContain('switched off: bar')
  expect(report).toContain('Headers: none of a list of invoices')
  expect(report).toContain('List: none found')
})

test('masks every letter and figure of any script', () => {
  expect(masked('INV-0412, Café Ñandú 海味之家 ١٢ ไข่')).toBe('XXX-0000, Xxxx Xxxxx xxxx 00 xx')
})
