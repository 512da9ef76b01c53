import type { ColumnName, ListedInvoice } from './invoices.ts'

/** What a page shows now: its columns from left to right, and its invoices from top to bottom. */
export interface Shown {
  columns: readonly ColumnName[]
  invoices: readonly ListedInvoice[]
}

/** Puts a list into an element, and gives what changes it afterwards. */
export type ShowPage = (root: HTMLElement, shown: Shown) => (next: Shown) => void
