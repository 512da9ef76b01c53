import type { Cloud, ColumnName, ListedInvoice } from './invoices.ts'

/** How a page draws the cloud of an invoice, as HTML: each page in its own way. Nothing at all for `none`. */
export type DrawCloud = (cloud: Cloud) => string

type Coloured = Record<Exclude<Cloud, 'none'>, string>

/** Material's 700s. */
const material: Coloured = {
  ready: '#1976d2',
  exported: '#388e3c',
  'missing-product-group': '#fbc02d',
  failed: '#d32f2f',
}
/** Tailwind's 500s, as they are written there. */
const tailwind: Coloured = {
  ready: 'oklch(0.623 0.214 259.815)',
  exported: 'oklch(0.723 0.219 149.579)',
  'missing-product-group': 'oklch(0.795 0.184 86.047)',
  failed: 'oklch(0.637 0.237 25.331)',
}
const names: Coloured = {
  ready: 'blue',
  exported: 'green',
  'missing-product-group': 'yellow',
  failed: 'red',
}
const labels: Coloured = {
  ready: 'Ready to Export',
  exported: 'Exported',
  'missing-product-group': 'Missing product group',
  failed: 'Export failed',
}

const shape = 'M6 18a4 4 0 0 1 .5-8 6 6 0 0 1 11.3 1.6A3.3 3.3 0 0 1 17.5 18z'

const drawn =
  (draw: (cloud: keyof Coloured) => string): DrawCloud =>
  cloud =>
    cloud === 'none' ? '' : draw(cloud)

export const byFill = drawn(
  cloud =>
    `<svg width="20" height="20" viewBox="0 0 24 24"><path fill="${material[cloud]}" d="${shape}"/></svg>`,
)
export const byCurrentColour = drawn(
  cloud =>
    `<button class="cloud" style="color:${tailwind[cloud]}"><svg width="20" height="20" viewBox="0 0 24 24" fill="currentColor"><path d="${shape}"/></svg></button>`,
)
export const byGradient = drawn(
  cloud =>
    `<svg width="20" height="20" viewBox="0 0 24 24"><defs><linearGradient id="cloud-${cloud}"><stop stop-color="${material[cloud]}"/><stop offset="1" stop-color="${material[cloud]}"/></linearGradient></defs><path fill="url(#cloud-${cloud})" d="${shape}"/></svg>`,
)
export const byTitle = drawn(
  cloud =>
    `<a href="#" title="${labels[cloud]}"><svg width="20" height="20"><circle cx="10" cy="10" r="8"/></svg></a>`,
)
export const byLabel = drawn(
  cloud => `<span role="img" aria-label="${labels[cloud]}" class="cloud-sprite"></span>`,
)
export const byFile = drawn(
  cloud => `<img alt="" width="20" height="20" src="/clouds/cloud-${names[cloud]}.svg">`,
)
export const byMask = drawn(
  cloud =>
    `<i style="display:inline-block;width:20px;height:20px;background-color:${tailwind[cloud]};mask:url(/clouds/cloud.svg)"></i>`,
)
export const byEmoji = drawn(
  cloud => ({ ready: '🔵', exported: '🟢', 'missing-product-group': '🟡', failed: '🔴' })[cloud],
)
export const byWord = drawn(cloud => `<span class="tag">${labels[cloud]}</span>`)

/** What a cell shows, as HTML. */
export function cellHtml(invoice: ListedInvoice, column: ColumnName, draw: DrawCloud): string {
  if (column === 'status') return draw(invoice.cloud)
  const text = invoice[column].replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return column === 'number' ? `<a href="/invoices/${text}">${text}</a>` : text
}
