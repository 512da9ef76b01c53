import { describe, expect, it } from 'vitest'
import { assess, type Facts } from '#lib/domain/assess.ts'
import type { Assessment, Status } from '#lib/domain/assessment.ts'
import type { ContentHash } from '#lib/domain/ids.ts'
import { invoiceContent } from '#lib/domain/invoice-content.ts'
import { wouldFail } from '#lib/domain/ready.ts'
import { inWords } from '#lib/domain/wording.ts'
import { say } from '#lib/words/say.ts'
import { aBill, aPostedExport } from '#tests/builders/bill.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { aConnection, anOutlet } from '#tests/builders/outlet.ts'

const grouped = aMapping({ groups: { Romaine: 'Vegetables' } })
const mapped = aMapping({ groups: { Romaine: 'Vegetables' }, accounts: { Vegetables: '310' } })
const invoice = anInvoice()
const content = invoiceContent(invoice)
const earlier = 'e'.repeat(64) as ContentHash
const at = '2026-11-03T02:00:00.000Z'

const facts = (over: Partial<Facts> = {}): Facts => ({
  invoice,
  outlet: anOutlet(),
  mapping: mapped,
  export: null,
  ...over,
})
const quickbooks = { ...aConnection, ledger: 'quickbooks' }
const refusedBy = (code: string, over = {}): Facts['export'] =>
  ({
    state: 'refused',
    failure: { code, raw: 'raw', billState: null },
    at,
    content,
    bill: null,
    billContent: null,
    ...over,
  }) as Facts['export']

const cases: [sentence: string, given: Partial<Facts>, status: Status, fixes: string[]][] = [
  [
    'no cloud while the order is not completed',
    { invoice: anInvoice({ completed: false }) },
    'not-completed',
    [],
  ],
  ['blue: completed, nothing missing, not exported', {}, 'ready', ['export']],
  ['blue, to be connected first', { outlet: anOutlet({ connection: null }) }, 'ready', ['connect']],
  ['yellow: a product has no group', { mapping: aMapping() }, 'missing-product-group', ['assign-group']],
  [
    'yellow although nothing is unassigned: the group has no account',
    { mapping: grouped },
    'missing-account',
    ['map-account'],
  ],
  [
    'yellow in manual mode, yet a person may export it anyway',
    { mapping: grouped, outlet: anOutlet({ mode: 'manual' }) },
    'missing-account',
    ['map-account', 'export'],
  ],
  [
    'yellow in manual mode for QuickBooks, which cannot do without',
    { mapping: grouped, outlet: anOutlet({ mode: 'manual', connection: quickbooks }) },
    'missing-account',
    ['map-account'],
  ],
  [
    'blue in automatic mode whatever is missing',
    { mapping: aMapping(), outlet: anOutlet({ mode: 'automatic' }) },
    'ready',
    ['export'],
  ],
  [
    'yellow by the page while the lines are unread',
    { invoice: anInvoice({ detail: null, cloud: 'missing-product-group' }) },
    'missing-product-group',
    ['read-invoice'],
  ],
  [
    'the page’s group counts where we have none',
    { invoice: anInvoice({ lines: [aLine('Kale', { group: 'Vegetables' })] }) },
    'ready',
    ['export'],
  ],
  [
    'moving: in the outbox',
    { export: { state: 'queued', since: at, content } as Facts['export'] },
    'exporting',
    [],
  ],
  [
    'moving: outcome unknown, never red',
    { export: { state: 'checking', since: at, content } as Facts['export'] },
    'exporting',
    [],
  ],
  [
    'moving: waits for the connection, with one way out',
    { export: { state: 'waiting', why: 'reconnect', until: null, content } as Facts['export'] },
    'exporting',
    ['reconnect'],
  ],
  ['green: Foodrazor exported it, and its bill is yet to be looked up', { mayStand: true }, 'exported', []],
  ['green: a bill stands', { export: aPostedExport(content) }, 'exported', ['open-bill']],
  [
    'moving: edited while the bill is a draft, so the bill follows',
    { export: aPostedExport(earlier) },
    'exporting',
    ['open-bill'],
  ],
  [
    'green, asks first: edited while the bill awaits approval',
    { export: aPostedExport(earlier, { bill: aBill({ state: 'submitted' }) }) },
    'exported',
    ['confirm-resync', 'compare', 'open-bill'],
  ],
  [
    'green, asks first: edited while the bill is posted but unpaid',
    { export: aPostedExport(earlier, { bill: aBill({ state: 'open' }) }) },
    'exported',
    ['confirm-resync', 'compare', 'open-bill'],
  ],
  [
    'red: edited after the bill was approved',
    { export: aPostedExport(earlier, { bill: aBill({ state: 'approved' }) }) },
    'failed',
    ['send-difference', 'compare', 'open-bill', 'accept-as-is'],
  ],
  [
    'green again once the difference is accepted',
    { export: aPostedExport(earlier, { bill: aBill({ state: 'approved' }), accepted: content }) },
    'exported',
    ['open-bill'],
  ],
  [
    'red although nothing was edited: the bill was voided',
    { export: aPostedExport(content, { bill: aBill({ state: 'voided' }) }) },
    'failed',
    ['unlink', 'open-bill'],
  ],
  [
    'red: refused, with the cause’s own fix',
    { export: refusedBy('account-archived') },
    'failed',
    ['map-account', 'retry'],
  ],
  [
    'red: the bill could not follow because it was approved in the meantime',
    {
      export: refusedBy('invalid-modification', {
        bill: aBill(),
        billContent: earlier,
        failure: { code: 'invalid-modification', raw: 'not of valid status', billState: 'approved' },
      }),
    },
    'failed',
    ['send-difference', 'compare', 'open-bill', 'accept-as-is'],
  ],
  [
    'red, asks first: a posted bill says something else than was to be sent',
    {
      export: refusedBy('asks-first', {
        bill: aBill({ state: 'open' }),
        failure: { code: 'asks-first', raw: 'The bill comes to 9.00', billState: 'open' },
      }),
    },
    'failed',
    ['confirm-resync', 'open-bill'],
  ],
  [
    'green: the edit that was refused has been taken back',
    { export: refusedBy('invalid-modification', { bill: aBill(), billContent: content }) },
    'exported',
    ['open-bill'],
  ],
]

describe('assess, where Clearcloud exports', () => {
  it.each(cases)('%s', (_, given, status, fixes) => {
    const assessment = assess(facts(given))
    expect(assessment.status).toBe(status)
    expect(assessment.fixes.map(fix => fix.kind)).toEqual(fixes)
  })

  it('tells with a fix that asks first which bill it is about, and what that comes to', () => {
    const bill = aBill({ state: 'submitted', total: '9.00' })
    const brief = { number: 'INV-1001', state: 'submitted', currency: 'SGD', total: '9.00' }
    const invoice = anInvoice({ total: '-10.90' })
    const [update] = assess(facts({ invoice, export: aPostedExport(earlier, { bill }) })).fixes
    expect(update).toEqual({
      kind: 'confirm-resync',
      invoiceId: invoice.id,
      bill: brief,
      total: '10.90',
    })
    const gone = { ...bill, state: 'voided' }
    const [unlink] = assess(facts({ export: aPostedExport(content, { bill: gone }) })).fixes
    expect(unlink).toEqual({ kind: 'unlink', invoiceId: 'inv-1', bill: { ...brief, state: 'voided' } })
  })

  it('names the very products and groups that are missing', () => {
    const two = anInvoice({ lines: [aLine('Romaine'), aLine('Kale'), aLine('Beef', { group: 'Meat' })] })
    expect(assess(facts({ invoice: two })).reasons).toEqual([
      { kind: 'products-without-group', products: [{ id: 'p-Kale', name: 'Kale' }] },
      { kind: 'groups-without-account', groups: [{ id: 'g-Meat', name: 'Meat' }] },
    ])
  })
})

describe('assess, by the ledger’s own lists', () => {
  const archived = { contacts: [{ id: 'contact-1', name: 'Green Valley Produce', active: false }] }
  const kinds = ({ reasons, fixes }: Assessment) => [
    reasons.map(reason => reason.kind),
    fixes.map(fix => fix.kind),
  ]

  it('stays as it is where the ledger would take it', () => {
    expect(assess(facts({ lists: someLists() }))).toEqual(assess(facts()))
  })

  it('is blue, and tells first that it would be refused and why', () => {
    const assessment = assess(facts({ lists: someLists(archived) }))
    expect(assessment.status).toBe('ready')
    expect(kinds(assessment)).toEqual([['would-fail'], ['open-options', 'refresh-lists']])
    expect(wouldFail(assessment)).toBe(true)
  })

  it('offers the contacts that the supplier may be', () => {
    const contacts = ['GREEN VALLEY PRODUCE', 'Green-Valley Produce'].map((name, index) => ({
      id: `c-${index}`,
      name,
      active: true,
    }))
    expect(assess(facts({ lists: someLists({ contacts }) })).fixes).toMatchObject([
      { kind: 'link-contact', supplierId: 's-greens', contact: { id: 'c-0' } },
      { kind: 'link-contact', contact: { id: 'c-1' } },
      { kind: 'open-options', choose: 'contact' },
      { kind: 'refresh-lists' },
    ])
  })

  it('offers the very group whose account is at fault', () => {
    const two = anInvoice({ lines: [aLine('Romaine'), aLine('Beef')] })
    const mapping = aMapping({
      groups: { Romaine: 'Vegetables', Beef: 'Meat' },
      accounts: { Vegetables: '310', Meat: '390' },
    })
    expect(assess(facts({ invoice: two, mapping, lists: someLists() }))).toMatchObject({
      reasons: [{ kind: 'would-fail', failure: { code: 'account-archived' } }],
      fixes: [{ kind: 'map-account', groups: [{ id: 'g-Meat', name: 'Meat' }] }, { kind: 'refresh-lists' }],
    })
  })

  it('points to the default account where that is at fault', () => {
    const outlet = anOutlet({ mode: 'automatic', defaultAccount: '390' })
    expect(assess(facts({ outlet, mapping: aMapping(), lists: someLists() })).fixes).toMatchObject([
      { kind: 'open-options', choose: 'default-account' },
      { kind: 'refresh-lists' },
    ])
  })

  it('tells every reason that the ledger would have, and each fix once', () => {
    const lists = someLists({ ...archived, currencies: ['EUR'] })
    const dollars = anInvoice({ currency: 'USD' })
    expect(kinds(assess(facts({ invoice: dollars, lists })))).toEqual([
      ['would-fail', 'would-fail'],
      ['refresh-lists', 'hand-off', 'open-options'],
    ])
  })

  it('warns of a locked day and leaves it exportable, by a click that says so', () => {
    const lists = someLists({ lockDates: { period: '2026-11-30', endOfYear: null } })
    const assessment = assess(facts({ lists }))
    expect(kinds(assessment)).toEqual([
      ['nothing-missing', 'may-not-approve'],
      ['export-anyway', 'hand-off', 'refresh-lists'],
    ])
    expect(wouldFail(assessment)).toBe(false)
  })

  it('notes a file that no ledger takes, which stops nothing', () => {
    const invoice = anInvoice()
    const file = { name: 'scan.pdf', url: 'https://app.example.com/scan.pdf', bytes: 20_000_000 }
    const large = { ...invoice, detail: invoice.detail && { ...invoice.detail, file } }
    expect(kinds(assess(facts({ invoice: large, lists: someLists() })))).toEqual([
      ['nothing-missing', 'file-too-large'],
      ['export'],
    ])
  })

  it('notes a number that QuickBooks cuts, which stops nothing', () => {
    const long = anInvoice({ number: 'A-NUMBER-OF-22-LETTERS' })
    const outlet = anOutlet({ connection: quickbooks })
    expect(kinds(assess(facts({ invoice: long, outlet, lists: someLists() })))).toEqual([
      ['nothing-missing', 'posts-at-once', 'number-shortened'],
      ['export'],
    ])
  })

  it('judges an unread invoice by what its row tells', () => {
    const unread = anInvoice({ detail: null })
    expect(kinds(assess(facts({ invoice: unread, lists: someLists() })))).toEqual([
      ['lines-unread'],
      ['export'],
    ])
    expect(wouldFail(assess(facts({ invoice: unread, lists: someLists(archived) })))).toBe(true)
  })

  it('says nothing of what is on its way, in the books, or Foodrazor’s to export', () => {
    const lists = someLists(archived)
    expect(assess(facts({ lists, export: aPostedExport(content) })).status).toBe('exported')
    const outlet = anOutlet({ exporter: 'foodrazor' })
    expect(assess(facts({ lists, outlet }))).toMatchObject({ fixes: [{ kind: 'use-page-control' }] })
  })
})

describe('assess, where a bill that may be the invoice’s stands already', () => {
  const alike = [aBill({ id: 'bill-7', total: '19.62' }), aBill({ id: 'bill-8', url: '' })]
  const assessment = assess(
    facts({
      export: refusedBy('likely-duplicate', {
        failure: { code: 'likely-duplicate', raw: '', billState: null, alike },
      }),
    }),
  )

  it('is red, shows both, and leaves the choice: link one, export it as its own, or look', () => {
    expect(assessment.status).toBe('failed')
    expect(assessment.reasons).toMatchObject([
      { kind: 'refused' },
      {
        kind: 'likely-duplicate',
        like: {
          invoice: { number: 'INV-1001', total: '10.90' },
          others: [{ is: 'bill', id: 'bill-7', total: '19.62' }, { id: 'bill-8' }],
        },
      },
    ])
    expect(assessment.fixes).toEqual([
      { kind: 'link-bill', invoiceId: 'inv-1', bill: { id: 'bill-7', number: 'INV-1001' } },
      { kind: 'link-bill', invoiceId: 'inv-1', bill: { id: 'bill-8', number: 'INV-1001' } },
      { kind: 'export-anyway', invoiceId: 'inv-1', despite: ['bill-7', 'bill-8'] },
      { kind: 'open-bill', url: 'https://go.xero.com/bill-1' },
    ])
  })

  it('says both in words', () => {
    const says = inWords(assessment, say).says.join(' ')
    expect(says).toMatch(/This invoice: INV-1001, Green Valley Produce, .*2026/)
    expect(says).toMatch(/Bill in the ledger: INV-1001, Green Valley Produce, .*2026/)
    expect(says).toContain('19.62')
  })
})

describe('assess, where Foodrazor exports', () => {
  const outlet = anOutlet({ exporter: 'foodrazor', connection: null })
  const pageCases: [string, Parameters<typeof anInvoice>[0], Status, string[]][] = [
    [
      'takes the page’s blue and presses the page’s own control',
      { cloud: 'ready' },
      'ready',
      ['use-page-control'],
    ],
    ['takes the page’s green', { cloud: 'exported' }, 'exported', []],
    ['offers the page’s own retry on red', { cloud: 'failed' }, 'failed', ['use-page-control']],
    [
      'explains yellow by the product without a group',
      { cloud: 'missing-product-group' },
      'missing-product-group',
      ['assign-group'],
    ],
    [
      'explains yellow by the article while the lines are unread',
      { cloud: 'missing-product-group', detail: null },
      'missing-product-group',
      ['read-invoice'],
    ],
    ['says that a cloud was not recognised rather than guess', { cloud: 'unknown' }, 'not-recognised', []],
  ]
  it.each(pageCases)('%s', (_, over, status, fixes) => {
    const assessment = assess(facts({ outlet, invoice: anInvoice(over), mapping: aMapping() }))
    expect(assessment.status).toBe(status)
    expect(assessment.fixes.map(fix => fix.kind)).toEqual(fixes)
  })

  it('reads yellow with nothing unassigned as a group without an account', () => {
    const yellow = anInvoice({ cloud: 'missing-product-group' })
    expect(assess(facts({ outlet, invoice: yellow, mapping: grouped })).status).toBe('missing-account')
  })
})
