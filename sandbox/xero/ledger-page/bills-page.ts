import { html, raw } from 'hono/html'
import type { LedgerDocument } from '../books/ledger-document.ts'
import type { Organisation } from '../books/organisation.ts'
import { totalsOf } from '../documents/totals.ts'
import { type Html, page } from './layout.ts'
import { statuses, statusName } from './status-name.ts'

export type BillsFilter = { status?: string | undefined; search?: string | undefined }

/** All bills and credit notes of an organisation, newest first, by status and by what is searched for. */
export function billsPage(organisation: Organisation, filter: BillsFilter): Html {
  const { tenantId } = organisation
  const searched = organisation.documents
    .filter(one => matches(organisation, one, filter.search))
    .toReversed()
  const shown = searched.filter(one => !filter.status || one.status === filter.status)
  const tab = (name: string, status: string, count: number): Html => {
    const query = new URLSearchParams({
      ...(status ? { status } : {}),
      ...(filter.search ? { search: filter.search } : {}),
    })
    const current = (filter.status ?? '') === status ? 'aria-current="page"' : ''
    return html`<a href="/ledger/${tenantId}?${query.toString()}" ${raw(current)}>${name} ${count}</a>`
  }
  return page(
    `Bills – ${organisation.name}`,
    html`<h1>${organisation.name}</h1>
      <p class="quiet">Bills to pay and suppliers' credit notes · ${organisation.baseCurrency}</p>
      <div class="tools">
        <nav class="tabs" aria-label="Status">
          ${tab('All', '', searched.length)}
          ${statuses.map(status =>
            tab(statusName(status), status, searched.filter(one => one.status === status).length),
          )}
        </nav>
        <form class="actions" role="search">
          ${filter.status ? html`<input type="hidden" name="status" value="${filter.status}">` : ''}
          <input type="search" name="search" value="${filter.search ?? ''}" placeholder="Number or supplier" aria-label="Number or supplier">
          <button>Search</button>
        </form>
      </div>
      <div class="card scroll">
        ${shown.length === 0 ? html`<p class="quiet">No bills here yet.</p>` : table(organisation, shown)}
      </div>`,
  )
}

function table(organisation: Organisation, documents: readonly LedgerDocument[]): Html {
  return html`<table>
    <thead>
      <tr><th>Number</th><th>From</th><th>Dated</th><th>Due</th><th>State</th><th class="num">Amount</th></tr>
    </thead>
    <tbody>
      ${documents.map(
        one => html`<tr>
          <td><a href="/ledger/${organisation.tenantId}/bills/${one.id}">${one.number || '(no number)'}</a>
            ${one.kind === 'credit-note' ? html`<span class="quiet small">credit note</span>` : ''}</td>
          <td class="name">${supplierOf(organisation, one)}</td>
          <td>${one.date}</td>
          <td>${one.dueDate ?? ''}</td>
          <td><span class="status ${one.status}">${statusName(one.status)}</span></td>
          <td class="num">${signed(one)} ${one.currency}</td>
        </tr>`,
      )}
    </tbody>
  </table>`
}

const signed = (document: LedgerDocument): string =>
  `${document.kind === 'credit-note' ? '−' : ''}${totalsOf(document).total.toFixed(2)}`

/** The name of a document's supplier. */
export function supplierOf(organisation: Organisation, document: LedgerDocument): string {
  return organisation.contacts.find(one => one.contactId === document.contactId)?.name ?? ''
}

function matches(organisation: Organisation, document: LedgerDocument, search: string | undefined): boolean {
  if (!search) return true
  const text = `${document.number}\n${supplierOf(organisation, document)}`.toLowerCase()
  return text.includes(search.trim().toLowerCase())
}
