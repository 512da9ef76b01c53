import { createServer } from 'node:http'
import { listen } from '#sandbox/launch/listen.ts'

/** A page of invoices: `count` rows, all of them in the document or, `virtual`, only those in sight. */
export interface HostPage {
  count: number
  virtual: boolean
  /** Whether the page loads its invoices as JSON, as an application does; else its script has them. */
  fed: boolean
  /** How often it is loaded, drawn anew, and gone away from and back to: a page that takes a second for it, less often. */
  loads: number
  renders: number
  navigations: number
}

const exportStatuses = ['READY', 'EXPORTED', 'MISSING_PRODUCT_GROUP', 'FAILED'] as const
const day = (index: number) => `2026-10-${String((index % 28) + 1).padStart(2, '0')}`

/**
 * Serves the pages at `/invoices?count=…&virtual=…&fed=…`, and their invoices at `/api/invoices?from=…&count=…`. They sort,
 * navigate and scroll as an application's would.
 */
export async function serveHostPages(): Promise<{
  urlOf(page: Pick<HostPage, 'count' | 'virtual' | 'fed'>): string
  close(): Promise<void>
}> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const answer = (type: string, body: string) => {
      response.writeHead(200, { 'content-type': type })
      response.end(body)
    }
    if (pathname === '/invoices') answer('text/html; charset=utf-8', html)
    else if (pathname === '/api/invoices') {
      const [from, count] = ['from', 'count'].map(name => Number(searchParams.get(name)))
      answer('application/json', JSON.stringify(listed(from ?? 0, count ?? 0)))
    } else {
      response.writeHead(404, { 'content-type': 'text/plain' })
      response.end('not found')
    }
  })
  const port = await listen(server, 0, 'none')
  return {
    urlOf: ({ count, virtual, fed }) =>
      `http://localhost:${port}/invoices?count=${count}&virtual=${virtual}&fed=${fed}`,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function listed(from: number, count: number) {
  return {
    invoices: Array.from({ length: count }, (_, at) => from + at).map(index => ({
      id: `inv-${index}`,
      invoiceNo: `INV-${10_000 + index}`,
      supplier: { id: `sup-${index % 14}`, name: `Supplier ${index % 14}` },
      outlet: { id: 'outlet-1', name: 'Harbour Street Kitchen' },
      type: 'Order',
      orderStatus: 'COMPLETED',
      date: day(index),
      total: (100 + index * 1.25).toFixed(2),
      currency: 'SGD',
      exportStatus: exportStatuses[index % 4],
      updatedAt: `${day(index)}T08:00:00Z`,
    })),
  }
}

/** What the page runs: written as text, because nothing of it is ours. */
const script = `
const asked = new URLSearchParams(location.search)
const count = Number(asked.get('count')), virtual = asked.get('virtual') === 'true'
const clouds = [['Ready to Export', '#2563eb'], ['Exported Successfully', '#16a34a'], ['Missing Product Group', '#eab308'], ['Export Failed', '#dc2626']]
const rowHeight = 44
let ascending = true, offset = -1
const view = document.getElementById('view')
const rowOf = at => {
  const index = ascending ? at : count - 1 - at
  const [name, colour] = clouds[index % clouds.length]
  const day = String(index % 28 + 1).padStart(2, '0')
  return '<tr style="height:' + rowHeight + 'px"><td><a href="#">INV-' + (10000 + index) + '</a></td><td>Supplier ' + index % 14 +
    '</td><td>Order</td><td>2026-10-' + day + '</td><td>SGD ' + (100 + index * 1.25).toFixed(2) + '</td><td><button type="button" aria-label="' + name +
    '"><svg viewBox="0 0 24 24" width="24" height="24" fill="' + colour +
    '" aria-hidden="true"><path d="M6 20h13a5 5 0 0 0 .35-9.96A7.5 7.5 0 0 0 6 8a6 6 0 0 0 0 12z"/></svg></button></td></tr>'
}
const gap = rows => rows > 0 ? '<tr aria-hidden="true" style="height:' + rows * rowHeight + 'px"></tr>' : ''
function draw() {
  const body = view.querySelector('tbody')
  if (!body) return
  const seen = virtual ? Math.ceil(view.clientHeight / rowHeight) + 10 : count
  const from = virtual ? Math.max(0, Math.min(count - seen, Math.floor(view.scrollTop / rowHeight) - 5)) : 0
  if (from === offset) return
  offset = from
  let rows = ''
  for (let at = from; at < Math.min(count, from + seen); at += 1) rows += rowOf(at)
  body.innerHTML = gap(from) + rows + gap(count - from - seen)
}
function invoices() {
  view.innerHTML = '<table><thead><tr>' + ['Invoice No.', 'Supplier', 'Type', 'Date', 'Total', 'Export Status'].map(name => '<th scope="col">' + name + '</th>').join('') + '</tr></thead><tbody></tbody></table>'
  offset = -1
  draw()
}
document.getElementById('sort').onclick = () => { ascending = !ascending; offset = -1; draw() }
document.getElementById('products').onclick = () => { history.pushState(null, '', '/products'); view.innerHTML = '<h2>Products</h2><p>Nothing to see</p>' }
document.getElementById('invoices').onclick = () => { history.pushState(null, '', '/invoices' ); invoices() }
view.onscroll = () => virtual && draw()
async function load() {
  for (let from = 0; from < count; from += 1000)
    await (await fetch('/api/invoices?from=' + from + '&count=' + Math.min(1000, count - from))).json()
  invoices()
}
if (asked.get('fed') === 'true') load()
else invoices()
`

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Invoices</title>
<style>body { font: 14px sans-serif; margin: 16px } #view { height: 700px; overflow: auto } table { width: 100%; border-collapse: collapse } thead { position: sticky; top: 0; background: white }</style>
<body><h1>Invoices</h1><p><button id="sort">Sort</button> <button id="invoices">Invoices</button> <button id="products">Products</button></p>
<div id="view"></div><script>${script}</script></body></html>`
