import type { RowSeen } from '../messages.ts'
import { readCloud } from './cloud.ts'
import { shownValue } from './grid/shown-value.ts'
import type { Grid } from './grid.ts'
import type { Column, PageProfile } from './profile.ts'
import { rowKey } from './row-key.ts'
import { shownText } from './shown-text.ts'
import { textSum } from './text-sum.ts'

/** A row of the grid with the elements that matter to us. */
export interface RowRead {
  seen: RowSeen
  row: Element
  /** The cell of the cloud. */
  cell: Element
  /** What is drawn as the cloud; null where there is none. */
  icon: Element | null
  /** What a click on the cloud presses; null where there is none. */
  control: HTMLElement | null
}

const drawn = 'svg, img, [role="img"], i, mat-icon, object, canvas, picture'
const pressable = 'button, a, [role="button"], [role="link"], [tabindex]'

/** Reads one row; null where it has no cell for the cloud. */
export function readRow(grid: Grid, row: Element, profile: PageProfile): RowRead | null {
  const cells = grid.cells(row)
  const cell = cells.get('status')
  if (!cell) return null
  const text = (column: Column, most: number) => {
    const found = cells.get(column)
    return found ? shownValue(found, column, profile.columns).slice(0, most) : ''
  }
  const icon = iconOf(cell)
  const number = text('number', 500)
  const supplier = text('supplier', 2000)
  const type = text('type', 200)
  const date = text('date', 100)
  const total = text('total', 100)
  const link = linkIn(cells.get('number')) || linkIn(row)
  const seen: RowSeen = {
    key: rowKey({ number, supplier, type, date, total, link }),
    number,
    supplier,
    type,
    // Days and amounts are read by the worker: that costs the page nothing.
    date: { text: date, day: null },
    total: { text: total, amount: null, currency: null },
    cloud: readCloud(cell, icon, profile.clouds, text('status', 500)),
  }
  return { seen, row, cell, icon, control: controlOf(cell, icon) }
}

/** Whether a reading says anything at all of an invoice. */
export function isReadable({ number, supplier, total }: RowSeen): boolean {
  return number !== '' && (supplier !== '' || /\d/.test(total.text))
}

/** A number that is another when a row's cloud is. */
export function cloudSum({ cloud: { status, confidence, clues } }: RowSeen): number {
  return textSum(`${status} ${confidence} ${clues}`)
}

/** What is drawn in the cell; an icon made by CSS alone is the innermost element without text. */
function iconOf(cell: Element): Element | null {
  const found = cell.querySelector(drawn)
  if (found) return found
  for (const element of cell.querySelectorAll('*')) {
    // What bears nothing draws nothing: frameworks leave such elements about.
    if (element.childElementCount > 0 || element.attributes.length === 0 || isOurs(element)) continue
    if (shownText(element) === '') return element
  }
  return cell.querySelector(pressable)
}

function controlOf(cell: Element, icon: Element | null): HTMLElement | null {
  const control = icon?.closest(pressable) ?? cell.querySelector(pressable)
  if (control instanceof HTMLElement && cell.contains(control)) return control
  if (icon instanceof HTMLElement) return icon
  return icon ? (cell as HTMLElement) : null
}

function linkIn(cell: Element | undefined): string {
  const href = cell?.querySelector('a[href]')?.getAttribute('href') ?? ''
  return /^(javascript:|#|$)/i.test(href) ? '' : href.replace(/^https?:\/\/[^/]+/i, '')
}

/** The attribute that tells what we put into the page from what was there. */
export const ownAttribute = 'data-clearcloud'

export function isOurs(element: Element): boolean {
  return element.hasAttribute(ownAttribute)
}
