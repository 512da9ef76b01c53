import { createBarList } from '#lib/overlay/bar-list.ts'
import { createCard } from '#lib/overlay/card.ts'
import { neighbour } from '#lib/overlay/neighbour.ts'
import { copyReport } from '#lib/overlay/report.ts'
import { createShortcutHelp } from '#lib/overlay/shortcut-help.ts'
import { unmarked } from '#lib/page/grid/unmarked.ts'
import { createDetailReading } from '../../../entrypoints/invoices/detail-reading.ts'
import { press, request, showInvoice } from '../../../entrypoints/invoices/do-notice.ts'
import type { LateScripts } from '../../../entrypoints/invoices/late-scripts.ts'
import { createReadOnce } from '../../../entrypoints/invoices/read-once.ts'
import { start as startOnPage } from '../../../entrypoints/invoices/start.ts'
import { readOtherPage } from '../../../entrypoints/invoices/table-reading.ts'
import { aBrowser, within } from './a-browser.ts'
import { anAssessed, aWorker } from './a-worker.ts'

/** Our late scripts, as they are in the page once they were run there. */
const scripts: LateScripts = {
  card: { createBarList, createCard, copyReport, createShortcutHelp, neighbour },
  errands: {
    createDetailReading,
    createReadOnce,
    press,
    readOtherPage,
    request,
    showInvoice,
    unmarked,
  },
}

export interface HostRow {
  number: string
  cloud?: string
}

function rowOf({ number, cloud = 'Ready to Export' }: HostRow): string {
  const icon = cloud && `<button class="c" title="${cloud}"><svg></svg></button>`
  return `<tr><td>${number}</td><td>Greens</td><td>Order</td><td>2 Nov 2026</td><td>SGD 12.00</td><td>${icon}</td></tr>`
}

/** A page of the host with these rows, and a run of ours on it with a worker that a test directs. */
export function aHostPage(rows: readonly HostRow[] = [{ number: 'INV-1' }]) {
  aBrowser()
  const headers = ['Invoice No.', 'Supplier', 'Type', 'Date', 'Total', 'Export Status']
  document.body.innerHTML = `<table><thead><tr>${headers.map(text => `<th>${text}</th>`).join('')}</tr></thead><tbody>${rows.map(rowOf).join('')}</tbody></table>`
  const worker = aWorker()
  worker.answer = ({ rows }) => ({
    rows: rows.map(({ key, number }) => ({ key, invoice: anAssessed({ id: `id-${number}`, number }) })),
  })
  const controller = new AbortController()
  const start = () =>
    startOnPage({
      runtime: worker.runtime as never,
      signal: controller.signal,
      take: name => scripts[name],
    })
  const layer = () => within(document.querySelector('[data-clearcloud="layer"]'))
  const page = {
    worker,
    start,
    leave: () => controller.abort(),
    body: () => document.querySelector('tbody') as HTMLElement,
    add: (row: HostRow) => page.body().insertAdjacentHTML('beforeend', rowOf(row)),
    marks: () => [...document.querySelectorAll<HTMLElement>('[data-clearcloud="mark"]')],
    /** The names of our marks, in the page's order. */
    names: () =>
      page.marks().map(mark => within(mark).querySelector('button')?.getAttribute('aria-label') ?? ''),
    layer,
    bar: () => layer().querySelector<HTMLElement>('.bar') as HTMLElement,
    card: () => layer().querySelector<HTMLElement>('[role="dialog"][data-open]'),
    tooltip: () => layer().querySelector<HTMLElement>('[role="tooltip"][data-open]'),
    /** A button of the overlay by its name. */
    button(name: RegExp | string) {
      const named = (each: HTMLElement) => each.getAttribute('aria-label') ?? each.textContent ?? ''
      const fits = (text: string) => (typeof name === 'string' ? text === name : name.test(text))
      return [...layer().querySelectorAll<HTMLButtonElement>('button')].find(
        each => fits(named(each)) && !each.closest('[hidden]'),
      )
    },
  }
  return page
}
