import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BillComparison } from '#lib/domain/bill-comparison.ts'
import type { AssessedInvoice } from '#lib/messages.ts'
import { aHostPage } from './a-host-page.ts'
import { anAssessed } from './a-worker.ts'

let page: ReturnType<typeof aHostPage>

type Fixes = AssessedInvoice['words']['fixes']

const words = (over: Partial<Record<keyof AssessedInvoice['words'], unknown>> = {}) => ({
  status: 'Missing product group',
  headline: '“Romaine” and “Butter” have no product group.',
  says: ['Assign a group to each, and this invoice can be exported.'],
  raw: null,
  fixes: [],
  ...over,
})
const products = [
  { id: 'p-1', name: 'Romaine' },
  { id: 'p-2', name: 'Butter' },
]
const assign = [
  { fix: { kind: 'assign-group', outletId: 'outlet-1', products }, label: 'Assign groups', primary: true },
] as unknown as Fixes
const map = [
  {
    fix: { kind: 'map-account', outletId: 'outlet-1', groups: [{ id: 'g-1', name: 'Smallwares' }] },
    label: 'Map',
    primary: true,
  },
] as unknown as Fixes

const line = {
  description: 'Romaine',
  quantity: '2',
  unitAmount: '6.00',
  taxCode: 'INPUT',
  taxRate: '9',
  tax: null,
  tracking: '',
}
const butter = { ...line, description: 'Butter', amount: '3.00', account: '330' }
/** An invoice whose first line and totals differ from its bill's. */
const comparison = {
  kind: 'bill',
  state: 'approved',
  currency: 'SGD',
  amountsIncludeTax: false,
  head: [{ field: 'number', ours: 'INV-1', theirs: 'INV-1', differs: false }],
  lines: [
    {
      ours: { ...line, amount: '12.00', account: '310' },
      theirs: { ...line, amount: '10.00', account: '320' },
      differs: ['amount', 'account'],
    },
    { ours: butter, theirs: butter, differs: [] },
  ],
  net: { ours: '15.00', theirs: '13.00', delta: '2.00' },
  taxes: [
    {
      taxRate: '9',
      taxable: { ours: '15.00', theirs: '13.00', delta: '2.00' },
      tax: { ours: '1.35', theirs: '1.17', delta: '0.18' },
    },
  ],
  tax: { ours: '1.35', theirs: '1.17', delta: '0.18' },
  total: { ours: '16.35', theirs: '14.17', delta: '2.18' },
  same: false,
} as unknown as BillComparison

/** The page with one invoice whose mark says this; its mark. */
async function aMark(over: Parameters<typeof anAssessed>[0] = {}): Promise<HTMLElement> {
  const invoice = anAssessed({ id: 'id-INV-1', status: 'missing-product-group', words: words(), ...over })
  page = aHostPage()
  page.worker.answer = ({ rows }) => ({ rows: rows.map(({ key }) => ({ key, invoice })) })
  page.start()
  await expect.poll(() => page.marks()).toHaveLength(1)
  return page.marks()[0] as HTMLElement
}

function point(mark: HTMLElement, type: string): void {
  mark.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }))
}

/** Opens the card of a mark; its script comes with the first. */
async function openCard(mark: HTMLElement): Promise<void> {
  point(mark, 'click')
  await expect.poll(() => page.card()).toBeTruthy()
}

/** The button within a mark. */
function faceOf(mark: HTMLElement): HTMLElement | null | undefined {
  return mark.shadowRoot?.querySelector('button')
}

function press(key: string, on: EventTarget = document.body): void {
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }))
}

function choose(select: HTMLSelectElement | null | undefined, value: string): void {
  if (!select) throw new Error('No such select')
  select.value = value
  select.dispatchEvent(new Event('change', { bubbles: true }))
}

const select = (name: string) => page.card()?.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`)

beforeEach(() => {
  vi.restoreAllMocks()
})
afterEach(() => {
  page.leave()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

test('a hovered cloud is explained at once, and hovering on to the tooltip keeps it', async () => {
  const mark = await aMark()
  point(mark, 'pointerover')
  expect(page.tooltip()?.textContent).toContain('“Romaine” and “Butter” have no product group.')
  point(mark, 'pointerout')
  page.tooltip()?.dispatchEvent(new MouseEvent('pointerenter'))
  await new Promise(resolve => setTimeout(resolve, 250))
  expect(page.tooltip()).not.toBeNull()
  press('Escape')
  expect(page.tooltip()).toBeNull()
})

test('the tooltip goes when the pointer leaves it, and never takes the focus', async () => {
  const mark = await aMark()
  point(mark, 'pointerover')
  expect(document.activeElement).toBe(document.body)
  point(mark, 'pointerout')
  await expect.poll(() => page.tooltip()).toBeNull()
})

test('a focused mark is explained too', async () => {
  const mark = await aMark()
  faceOf(mark)?.focus()
  expect(page.tooltip()).not.toBeNull()
})

test('a click opens the card with the focus in it, and Esc gives the focus back to the mark', async () => {
  const mark = await aMark()
  faceOf(mark)?.focus()
  await openCard(mark)
  expect(page.tooltip()).toBeNull()
  expect(page.card()?.textContent).toContain('INV-1')
  expect(page.layer().activeElement).toBe(page.card()?.querySelector('h2'))
  expect(faceOf(mark)?.getAttribute('aria-expanded')).toBe('true')
  press('Escape')
  expect(page.card()).toBeNull()
  expect(mark.shadowRoot?.activeElement).toBe(faceOf(mark))
  expect(faceOf(mark)?.getAttribute('aria-expanded')).toBe('false')
  expect(page.tooltip()).toBeNull()
})

test('the page sees neither clicks nor keys on our mark, and all of its own', async () => {
  const mark = await aMark()
  const heard: string[] = []
  for (const type of ['click', 'keydown', 'pointerdown'])
    page.body().addEventListener(type, event => heard.push(`${type} ${(event.target as Element).localName}`))
  point(mark, 'pointerdown')
  await openCard(mark)
  press('Enter', mark)
  expect(heard).toEqual([])
  document.querySelector<HTMLElement>('button.c')?.click()
  expect(heard).toEqual(['click button'])
})

test('has its script run in the page once, at the first look at a cloud', async () => {
  const mark = await aMark()
  expect(page.worker.of('load-script')).toEqual([])
  point(mark, 'pointerover')
  await openCard(mark)
  expect(page.worker.of('load-script')).toEqual([{ name: 'card' }])
})

test('is not shown any more where it was closed before its script had come', async () => {
  const mark = await aMark()
  point(mark, 'click')
  press('Escape')
  await expect.poll(() => page.worker.of('load-script')).toHaveLength(1)
  await new Promise(resolve => setTimeout(resolve, 20))
  expect(page.card()).toBeNull()
})

test('a press elsewhere closes the card', async () => {
  const mark = await aMark()
  await openCard(mark)
  point(page.body(), 'pointerdown')
  expect(page.card()).toBeNull()
})

test('assigns each product the group chosen for it, one message per group', async () => {
  const mark = await aMark({ words: words({ fixes: assign }) })
  page.worker.choices = {
    groups: [
      { id: 'g-1', name: 'Vegetables' },
      { id: 'g-2', name: 'Dairy' },
    ],
    accounts: [],
  } as never
  await openCard(mark)
  await expect.poll(() => select('Product group for Romaine')).toBeTruthy()
  choose(select('Product group for all'), 'g-1')
  choose(select('Product group for Butter'), 'g-2')
  page.button('Assign groups')?.click()
  await expect.poll(() => page.card()?.querySelector('[role="status"]')?.textContent).toBe('Done. Done.')
  expect(page.worker.of('assign-group')).toEqual([
    { outletId: 'outlet-1', productIds: ['p-1'], groupId: 'g-1' },
    { outletId: 'outlet-1', productIds: ['p-2'], groupId: 'g-2' },
  ])
})

test('asks for a choice before it assigns anything', async () => {
  const mark = await aMark({ words: words({ fixes: assign }) })
  await openCard(mark)
  await expect.poll(() => page.button('Assign groups')).toBeTruthy()
  page.button('Assign groups')?.click()
  expect(page.card()?.textContent).toContain('Choose a product group first.')
  expect(page.worker.of('assign-group')).toEqual([])
})

test('offers a group that was just created, already chosen', async () => {
  const mark = await aMark({ words: words({ fixes: assign }) })
  page.worker.outcome = () => ({
    ok: true,
    said: 'Group Herbs created.',
    group: { id: 'g-9', name: 'Herbs' },
  })
  await openCard(mark)
  await expect.poll(() => page.button('Create')).toBeTruthy()
  const field = page.card()?.querySelector('input')
  if (field) field.value = ' Herbs '
  page.button('Create')?.click()
  await expect.poll(() => select('Product group for Romaine')?.value).toBe('g-9')
  expect(page.worker.of('create-group')).toEqual([{ outletId: 'outlet-1', name: 'Herbs' }])
})

test('maps a group to an account of the chart', async () => {
  const mark = await aMark({ status: 'missing-account', words: words({ fixes: map }) })
  page.worker.choices = {
    groups: [],
    accounts: [{ code: '320', name: 'Smallwares', type: 'Direct costs' }],
  } as never
  await openCard(mark)
  await expect.poll(() => select('Account for Smallwares')).toBeTruthy()
  choose(select('Account for Smallwares'), '320')
  page.button('Map')?.click()
  await expect
    .poll(() => page.worker.of('map-account'))
    .toEqual([{ outletId: 'outlet-1', groupId: 'g-1', account: '320' }])
})

test('says where the accounts come from while there are none', async () => {
  const mark = await aMark({ status: 'missing-account', words: words({ fixes: map }) })
  await openCard(mark)
  await expect.poll(() => page.card()?.textContent).toMatch(/connect the outlet to its ledger/)
})

test('a refused fix says why where the person clicked', async () => {
  const fixes = [{ fix: { kind: 'export', invoiceId: 'id-INV-1' }, label: 'Export', primary: true }]
  const mark = await aMark({ words: words({ fixes }) })
  page.worker.outcome = () => ({ ok: false, problem: 'Connect the outlet first.' })
  await openCard(mark)
  page.button('Export')?.click()
  await expect
    .poll(() => page.card()?.querySelector('[role="status"]')?.textContent)
    .toBe('Connect the outlet first.')
  expect(page.worker.of('fix')).toEqual([{ fix: { kind: 'export', invoiceId: 'id-INV-1' } }])
})

const unlink = { kind: 'unlink', invoiceId: 'id-INV-1', bill: { number: '7', state: 'voided' } }
const asking = [
  { fix: unlink, label: 'Unlink', primary: false, asks: 'Bill 7 was voided. A new bill is made.' },
  { fix: { kind: 'open-bill', url: 'https://go.xero.com/7' }, label: 'Open the bill', primary: false },
]

/** The card of an invoice whose first fix asks first, with the focus on that fix. */
async function anAskingCard(): Promise<HTMLElement> {
  const mark = await aMark({ status: 'failed', words: words({ fixes: asking }) })
  faceOf(mark)?.focus()
  await openCard(mark)
  page.button('Unlink')?.focus()
  return mark
}
const question = () => page.card()?.querySelector<HTMLElement>('[role="group"]')
const inQuestion = (name: string) =>
  [...(question()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === name)

test('a dangerous fix says first what will happen, with the focus on the way back', async () => {
  await anAskingCard()
  page.button('Unlink')?.click()
  const named = question()?.getAttribute('aria-labelledby')
  expect(page.layer().getElementById(named ?? '')?.textContent).toBe('Bill 7 was voided. A new bill is made.')
  expect(page.layer().activeElement).toBe(inQuestion('Cancel'))
  expect(page.worker.of('fix')).toEqual([])
})

test('a dangerous fix acts once it is confirmed, and says how that ended', async () => {
  await anAskingCard()
  page.worker.outcome = () => ({ ok: false, problem: 'It is on its way.' })
  page.button('Unlink')?.click()
  inQuestion('Unlink')?.focus()
  inQuestion('Unlink')?.click()
  await expect.poll(() => page.card()?.textContent).toContain('It is on its way.')
  expect(page.worker.of('fix')).toEqual([{ fix: unlink }])
  expect(question()).toBeNull()
  expect(page.layer().activeElement).toBe(page.button('Unlink'))
})

test('Cancel and Esc go back to the fixes and to the one that asked, and only a second Esc closes', async () => {
  const mark = await anAskingCard()
  page.button('Unlink')?.click()
  inQuestion('Cancel')?.click()
  expect(question()).toBeNull()
  expect(page.layer().activeElement).toBe(page.button('Unlink'))
  page.button('Unlink')?.click()
  press('Escape')
  expect(question()).toBeNull()
  expect(page.layer().activeElement).toBe(page.button('Unlink'))
  expect(page.worker.of('fix')).toEqual([])
  press('Escape')
  expect(page.card()).toBeNull()
  expect(mark.shadowRoot?.activeElement).toBe(faceOf(mark))
})

test('a question that an assessment overtakes goes, and with it what it would have done', async () => {
  await anAskingCard()
  page.button('Unlink')?.click()
  const exported = words({ status: 'Exported', headline: 'Its bill stands.', fixes: [] })
  page.worker.tell('assessed', {
    items: [anAssessed({ id: 'id-INV-1', status: 'exported', words: exported })],
  })
  await expect.poll(() => page.card()?.querySelector('h2')?.textContent).toBe('Exported')
  expect(question()).toBeNull()
  expect(page.layer().activeElement).toBe(page.card()?.querySelector('h2'))
})

test('opens the side panel within the click itself, on what the card is about', async () => {
  const mark = await aMark({ words: words({ fixes: assign }) })
  await openCard(mark)
  const before = page.worker.asked.length
  page.button('Open the side panel')?.click()
  expect(page.worker.asked.slice(before)).toEqual([
    {
      name: 'open-panel',
      data: {
        tab: 'products',
        outletId: 'outlet-1',
        productIds: ['p-1', 'p-2'],
        groupIds: [],
        invoiceId: 'id-INV-1',
      },
    },
  ])
})

test('shows what the ledger said as text, behind a disclosure', async () => {
  const mark = await aMark({ status: 'failed', words: words({ raw: '<b>Invalid</b>' }) })
  await openCard(mark)
  const details = page.card()?.querySelector('details')
  expect(details?.open).toBe(false)
  expect(details?.querySelector('pre')?.textContent).toBe('<b>Invalid</b>')
})

test('follows an assessment that changes while it is open, and keeps what was said', async () => {
  const fixes = [{ fix: { kind: 'export', invoiceId: 'id-INV-1' }, label: 'Export', primary: true }]
  const mark = await aMark({ words: words({ fixes }) })
  await openCard(mark)
  page.button('Export')?.click()
  await expect.poll(() => page.card()?.textContent).toContain('Done.')
  const exported = words({ status: 'Exported', headline: 'Its bill in the ledger is a draft.', fixes: [] })
  page.worker.tell('assessed', {
    items: [anAssessed({ id: 'id-INV-1', status: 'exported', words: exported })],
  })
  await expect.poll(() => page.card()?.querySelector('h2')?.textContent).toBe('Exported')
  expect(page.card()?.textContent).toContain('Done.')
})

test('is not drawn anew under a button that is held down, but right after', async () => {
  const fixes = [{ fix: { kind: 'export', invoiceId: 'id-INV-1' }, label: 'Export', primary: true }]
  await openCard(await aMark({ words: words({ fixes }) }))
  const held = page.button('Export')
  held?.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }))
  page.worker.tell('assessed', {
    items: [anAssessed({ id: 'id-INV-1', words: words({ headline: 'Its lines were read.', fixes }) })],
  })
  expect(page.button('Export')).toBe(held)
  held?.dispatchEvent(new Event('pointerup', { bubbles: true, composed: true }))
  held?.click()
  expect(page.worker.of('fix')).toHaveLength(1)
  await expect.poll(() => page.card()?.textContent).toContain('Its lines were read.')
})

test('shows the invoice beside its bill: what differs, and what both come to', async () => {
  const fixes = [
    { fix: { kind: 'compare', invoiceId: 'id-INV-1' }, label: 'Compare with the bill', primary: false },
  ]
  const mark = await aMark({ status: 'failed', words: words({ fixes }) })
  page.worker.compared = {
    ok: true,
    comparison,
    accounts: { 310: 'Vegetables', 320: 'Meat' },
  }
  await openCard(mark)
  page.button('Compare with the bill')?.click()
  const rows = () =>
    [...(page.card()?.querySelectorAll('tr') ?? [])].map(row =>
      [...row.children].map(cell => cell.textContent?.trim()),
    )
  await expect.poll(rows).toEqual([
    ['SGD', 'Invoice', 'Bill'],
    ['Romaine differs', '12.00', '10.00'],
    ['Account differs', '310 Vegetables', '320 Meat'],
    ['Net differs', '15.00', '13.00'],
    ['Tax 9 % differs', '1.35', '1.17'],
    ['Total differs', '16.35', '14.17'],
  ])
  expect(page.card()?.textContent).toContain('One more line agrees.')
  page.button('Compare with the bill')?.click()
  expect(page.card()?.querySelector('table')).toBeNull()
})

test('names of the host stay text', async () => {
  const supplier = `<img src=x onerror="window.hacked = true"> ${'é'.repeat(500)}`
  const mark = await aMark({ supplier, number: '<i>7</i>' })
  await openCard(mark)
  expect(page.card()?.textContent).toContain(supplier)
  expect(page.card()?.querySelectorAll('img, i')).toHaveLength(0)
})
