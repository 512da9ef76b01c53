import { assess, type Facts } from '#lib/domain/assess.ts'
import type { Export } from '#lib/domain/export.ts'
import type { FailureCode } from '#lib/domain/failure.ts'
import { invoiceContent } from '#lib/domain/invoice-content.ts'
import { wouldFail } from '#lib/domain/ready.ts'
import { inWords } from '#lib/domain/wording.ts'
import type { AssessedInvoice } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
import { aBill, aPostedExport } from '#tests/builders/bill.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { anOutlet } from '#tests/builders/outlet.ts'

const outlet = anOutlet()
const mapping = aMapping({
  groups: { Romaine: 'Vegetables', Apple: 'Fruit' },
  accounts: { Vegetables: '310' },
})
const at = '2026-11-03T02:00:00.000Z'

const complete = anInvoice({
  lines: [aLine('Romaine', { quantity: '12' }), aLine('Romaine hearts', { group: 'Vegetables' })],
})
const content = invoiceContent(complete)

function refused(
  code: FailureCode,
  raw: string,
  over: Partial<Extract<Export, { state: 'refused' }>> = {},
): Export {
  const failure = { code, raw, billState: over.bill?.state ?? null }
  return { state: 'refused', failure, at, content, bill: null, billContent: null, ...over } as Export
}

/** What is known of the invoice behind each cloud of the gallery's page. */
const facts: Record<string, Omit<Facts, 'outlet' | 'mapping'>> = {
  ready: { invoice: complete, export: null, lists: someLists() },
  'would-fail': {
    invoice: complete,
    export: null,
    lists: someLists({ contacts: [{ id: 'contact-1', name: 'Green Valley Produce', active: false }] }),
  },
  twin: {
    invoice: complete,
    export: null,
    twins: [{ invoice: anInvoice({ id: 'inv-2', number: 'INV 1001', date: '2026-11-03' }), inBooks: true }],
  },
  exporting: { invoice: complete, export: { state: 'sent', at, content } as Export },
  waiting: {
    invoice: complete,
    export: { state: 'waiting', why: 'reconnect', until: null, content } as Export,
  },
  exported: { invoice: complete, export: aPostedExport(content) },
  'bill-deleted': {
    invoice: complete,
    export: aPostedExport(content, { bill: aBill({ state: 'deleted' }) }),
  },
  'missing-product-group': {
    invoice: anInvoice({ lines: [aLine('Romaine'), aLine('Basil'), aLine('Thai basil, 100 g × 12')] }),
    export: null,
  },
  'missing-account': { invoice: anInvoice({ lines: [aLine('Apple', { group: 'Fruit' })] }), export: null },
  failed: {
    invoice: complete,
    export: refused(
      'period-locked',
      'The document date cannot be before the period lock date, currently set at 31 October 2026',
    ),
  },
  'invalid-modification': {
    invoice: complete,
    export: refused('invalid-modification', 'Invoice not of valid status for modification', {
      bill: aBill({ state: 'approved' }),
    }),
  },
  'shown-otherwise': {
    invoice: {
      ...complete,
      shown: { number: null, supplier: null, date: null, total: { amount: '99.00', currency: 'SGD' }, at },
    } as Facts['invoice'],
    export: aPostedExport(content),
  },
}

/** The clouds of the gallery's page by what is the matter with them, as the worker tells the page of them. */
export const clouds: ReadonlyMap<string, AssessedInvoice> = new Map(
  Object.entries(facts).map(([name, known], at) => {
    const assessment = assess({ outlet, mapping, ...known })
    const { supplier, total, currency } = known.invoice
    const invoice: AssessedInvoice = {
      id: `inv-${at}` as AssessedInvoice['id'],
      outletId: outlet.id,
      number: `INV-10${String(at).padStart(2, '0')}`,
      supplier: supplier.name,
      total,
      currency,
      exporter: outlet.exporter,
      status: assessment.status,
      wouldFail: wouldFail(assessment),
      words: inWords(assessment, say),
    }
    return [name, invoice]
  }),
)
