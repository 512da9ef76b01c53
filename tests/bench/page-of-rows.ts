import { createServer } from 'node:http'
import { listen } from '#sandbox/launch/listen.ts'

const clouds = [
  ['Ready to Export', '#2563eb'],
  ['Exported Successfully', '#16a34a'],
  ['Missing Product Group', '#eab308'],
  ['Export Failed', '#dc2626'],
] as const

/** A page with one table of invoices, every row of it in the document: `count` rows, none virtualised. */
export async function servePageOfRows(count: number): Promise<{ url: string; close(): Promise<void> }> {
  const html = pageOf(count)
  const server = createServer((request, response) => {
    const found = request.url === '/invoices'
    response.writeHead(found ? 200 : 404, {
      'content-type': found ? 'text/html; charset=utf-8' : 'text/plain',
    })
    response.end(found ? html : 'not found')
  })
  const port = await listen(server, 0, 'none')
  return {
    url: `http://localhost:${port}/invoices`,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function pageOf(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const [name, colour] = clouds[index % clouds.length] ?? clouds[0]
    const day = String((index % 28) + 1).padStart(2, '0')
    return `<tr><td><a href="/invoices/${index}">INV-${10_000 + index}</a></td><td>Supplier ${index % 14}</td><td>Order</td>
      <td>2026-10-${day}</td><td>SGD ${(100 + index * 1.25).toFixed(2)}</td>
      <td><button type="button" aria-label="${name}"><svg viewBox="0 0 24 24" width="24" height="24" fill="${colour}" aria-hidden="true"><path d="M6 20h13a5 5 0 0 0 .35-9.96A7.5 7.5 0 0 0 6 8a6 6 0 0 0 0 12z"/></svg></button></td></tr>`
  }).join('\n')
  const headers = ['Invoice No.', 'Supplier', 'Type', 'Date', 'Total', 'Export Status']
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Invoices</title>
<body><h1>Invoices</h1><table><thead><tr>${headers.map(header => `<th scope="col">${header}</th>`).join('')}</tr></thead>
<tbody>${rows}</tbody></table></body></html>`
}
