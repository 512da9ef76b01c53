import type { Status } from '#lib/domain/assessment.ts'
import { systemClock } from '#lib/domain/instant.ts'
import { defaultShortcuts } from '#lib/domain/shortcuts.ts'
import type { AssessedInvoice, Summary } from '#lib/messages.ts'
import type { Ask } from '#lib/overlay/ask.ts'
import { type Bar, createBar } from '#lib/overlay/bar.ts'
import { createBarList } from '#lib/overlay/bar-list.ts'
import { createCard } from '#lib/overlay/card.ts'
import { createLayer } from '#lib/overlay/layer.ts'
import { createMarks } from '#lib/overlay/marks.ts'
import { createShortcutHelp } from '#lib/overlay/shortcut-help.ts'
import { createTooltip } from '#lib/overlay/tooltip.ts'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'
import { startLesson } from '#lib/teaching/lesson.ts'
import { steps } from '#lib/teaching/steps.ts'
import { say } from '#lib/words/say.ts'
import type { Scene } from '../scene.ts'

const window = { width: 1000, height: 640 }

interface Row {
  status: Status
  wouldFail?: true
  words: AssessedInvoice['words']
}

const says = (
  status: string,
  headline: string,
  fixes: AssessedInvoice['words']['fixes'] = [],
  raw: string | null = null,
): AssessedInvoice['words'] => ({ status, headline, says: [], raw, fixes })

const fix = (label: string, primary = false) => ({
  fix: { kind: 'export' as const, invoiceId: 'inv-1' as never },
  label,
  primary,
  asks: null,
  note: null,
})

const rows: readonly Row[] = [
  {
    status: 'ready',
    words: says('Ready to export', 'Nothing is missing: it waits for your click.', [fix('Export', true)]),
  },
  {
    status: 'ready',
    wouldFail: true,
    words: says('Ready to export', 'It would be refused: the contact is archived.'),
  },
  { status: 'exporting', words: says('Exporting', 'It is on its way to the ledger.') },
  {
    status: 'exported',
    words: says('Exported', 'Its bill in the ledger is a draft.', [fix('Open the bill')]),
  },
  {
    status: 'missing-product-group',
    words: says('Missing product group', '“Romaine” has no product group.'),
  },
  { status: 'missing-account', words: says('Missing account', '“Fruit” has no account.') },
  {
    status: 'failed',
    words: says(
      'Export failed',
      'The books are locked up to 31 October 2026.',
      [fix('Retry', true), fix('Open the bill'), fix('Accept as is')],
      'The document date cannot be before the period lock date, currently set at 31 October 2026',
    ),
  },
  {
    status: 'not-recognised',
    words: says('Not recognised', 'This row could not be matched with one invoice.'),
  },
]

const summary: Summary = {
  counts: {
    ready: 31,
    exported: 212,
    'missing-product-group': 7,
    'missing-account': 6,
    failed: 2,
    exporting: 3,
  },
  unassigned: 4,
  exportable: 31,
  retryable: 2,
  progress: null,
  banner: 'none',
}

const answer: Ask = async () => ({ ok: true, said: 'Done.' }) as never

/** A page of the host with one row for each status, marked; and all else that lies over it. */
function overlaid(root: HTMLElement) {
  const cloud = '<button type="button" aria-label="Cloud"><svg width="24" height="24"></svg></button>'
  root.innerHTML = `<main style="font: 14px sans-serif; padding: 90px 24px"><h1>Invoices</h1><table style="width:100%"><thead><tr>
    <th>Invoice No.</th><th>Supplier</th><th>Total</th><th style="width:140px">Export Status</th></tr></thead><tbody>${rows
      .map(
        (_, at) =>
          `<tr style="height:44px"><td>INV-${at}</td><td>Greens</td><td>SGD 12.00</td><td>${cloud}</td></tr>`,
      )
      .join('')}</tbody></table></main>`
  const layer = createLayer()
  const marks = createMarks({ scheme: () => 'light', onGivenUp: () => undefined })
  for (const [at, row] of [...root.querySelectorAll('tbody tr')].entries()) {
    const shown = rows[at]
    const cell = row.lastElementChild
    const control = cell?.querySelector('button') ?? null
    if (!shown || !cell) continue
    const invoice: AssessedInvoice = {
      id: `inv-${at}` as never,
      outletId: 'outlet-1' as never,
      number: `INV-${at}`,
      supplier: 'Greens',
      total: '12.00' as never,
      currency: 'SGD' as never,
      exporter: 'clearcloud',
      ...shown,
      wouldFail: shown.wouldFail ?? false,
    }
    const place = { cell, icon: control?.querySelector('svg') ?? null, control }
    marks.show(row, place, { status: shown.status, headline: shown.words.headline, invoice })
  }
  marks.settle()
  marks.verify()
  const bar = createBar(layer, {
    ask: answer,
    isHidden: false,
    open: () => undefined,
    stopReading: () => undefined,
    report: async () => ({ ok: true, said: null }),
    loadList: async act => createBarList(layer, act),
    changed: () => undefined,
  })
  const ofStatus = (status: Status) => [...marks.all()].find(({ content }) => content.status === status)
  return { layer, bar, ofStatus, grid: root.querySelector('table') }
}

/** As the overlay does: it finds its place anew in a window of another size. */
function show(bar: Bar, grid: Element | null, what: Summary): void {
  bar.show(what, null)
  bar.place(grid)
  globalThis.addEventListener('resize', () => bar.place(grid))
}

/** A lesson on the page; gives what goes past a step of it. */
function aLesson(): () => void {
  const layer = createLayer()
  startLesson({
    layer,
    profile: foodrazorPage,
    signal: new AbortController().signal,
    now: systemClock,
    keep: async () => ({ ok: true, said: null }),
    end: () => undefined,
  })
  return () => {
    const buttons = [...(layer.host.shadowRoot?.querySelectorAll('button') ?? [])]
    buttons.find(({ textContent }) => textContent === say('teach.skip'))?.click()
  }
}

const statuses = rows.map(({ status }) => status)

export const overlayScenes: readonly Scene[] = [
  {
    name: 'overlay-bar',
    ...window,
    async draw(root) {
      const { bar, grid } = overlaid(root)
      show(bar, grid, summary)
    },
  },
  {
    name: 'overlay-bar-exporting',
    ...window,
    async draw(root) {
      const { bar, grid } = overlaid(root)
      show(bar, grid, { ...summary, progress: { total: 31, done: 12, failed: 1 } })
    },
  },
  ...(['reconnect', 'server-unreachable', 'not-signed-in', 'storage-full'] as const).map(banner => ({
    name: `overlay-bar-${banner}`,
    ...window,
    async draw(root: HTMLElement) {
      const { bar, grid } = overlaid(root)
      show(bar, grid, { ...summary, banner })
    },
  })),
  ...statuses.map(status => ({
    name: `overlay-tooltip-${status}`,
    ...window,
    async draw(root: HTMLElement) {
      const { layer, ofStatus } = overlaid(root)
      const mark = ofStatus(status)
      if (mark) createTooltip(layer).show(mark)
    },
  })),
  ...(['ready', 'exported', 'failed'] as const).map(status => ({
    name: `overlay-card-${status}`,
    ...window,
    async draw(root: HTMLElement) {
      const { layer, ofStatus } = overlaid(root)
      const mark = ofStatus(status)
      if (!mark) return
      createCard(layer, answer).show(mark.content, {
        box: () => mark.host.getBoundingClientRect(),
        focus: () => mark.focus(),
        expand: open => mark.expand(open),
      })
    },
  })),
  {
    name: 'overlay-shortcuts',
    ...window,
    async draw(root) {
      const { layer } = overlaid(root)
      createShortcutHelp(layer, defaultShortcuts, () => undefined).toggle()
    },
  },
  {
    name: 'overlay-lesson',
    ...window,
    async draw(root) {
      overlaid(root)
      aLesson()
    },
  },
  {
    name: 'overlay-lesson-over',
    ...window,
    async draw(root) {
      overlaid(root)
      const goOn = aLesson()
      for (const _ of steps) goOn()
    },
  },
]
