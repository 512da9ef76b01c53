import { html, raw } from 'hono/html'
import type { Company } from '../books/company.ts'
import type { Transaction } from '../books/transaction.ts'
import { stateName } from '../control/bill-view.ts'
import { totalsOf } from '../rules/totals.ts'
import { type Html, page } from './layout.ts'
import { states, statusName } from './status-name.ts'

export type BillsFilter = { status?: string | undefined; search?: string | undefined }

/** A company's bills and vendor credits, the newest first, by state and by number or vendor. */
export function billsPage(base: string, company: Company, filter: BillsFilter): Html {
  const searched = company.transactions.filter(one => matches(company, one, filter.search)).toReversed()
  const shown = filter.status ? searched.filter(one => stateName(one) === filter.status) : searched
  const tab = (name: string, status: string, count: number): Html => {
    const query = new URLSearchParams(status ? { status } : {})
    if (filter.search) query.set('search', filter.search)
    const current = (filter.status ?? '') === status ? 'aria-current="page"' : ''
    return html`<a href="${base}/ledger/${company.realmId}?${query.toString()}" ${raw(current)}>${name} ${count}</a>`
  }
  return page(
    base,
    `Bills – ${company.name}`,
    html`<h1>${company.name}</h1>
      <p class="quiet">Bills and vendor credits · ${company.homeCurrency}${closed(company)}</p>
      <div class="tools">
        <nav class="tabs" aria-label="State">
          ${tab('All', '', searched.length)}
          ${states.map(state =>
            tab(statusName(state), state, searched.filter(one => stateName(one) === state).length),
          )}
        </nav>
        <form class="actions" role="search">
          ${filter.status ? html`<input type="hidden" name="status" value="${filter.status}">` : ''}
          <input type="search" name="search" value="${filter.search ?? ''}" placeholder="Number or vendor" aria-label="Number or vendor">
          <button>Search</button>
        </form>
      </div>
      <div class="card scroll">
        ${shown.length === 0 ? html`<p class="quiet">No bills here yet.</p>` : table(base, company, shown)}
      </div>`,
  )
}

const closed = ({ closeDate }: Company): string => (closeDate ? ` · books closed up to ${closeDate}` : '')

function table(base: string, company: Company, transactions: readonly Transaction[]): Html {
  return html`<table>
    <thead>
      <tr><th>Number</th><th>Vendor</th><th>Dated</th><th>Due</th><th>State</th><th class="num">Amount</th></tr>
    </thead>
    <tbody>
      ${transactions.map(
        one => html`<tr>
          <td><a href="${base}/ledger/${company.realmId}/bills/${one.id}">${one.docNumber || '(no number)'}</a>
            ${one.kind === 'VendorCredit' ? html`<span class="quiet small">vendor credit</span>` : ''}</td>
          <td class="name">${vendorName(company, one)}</td>
          <td>${one.txnDate}</td>
          <td>${one.dueDate ?? ''}</td>
          <td><span class="status ${stateName(one)}">${statusName(stateName(one))}</span></td>
          <td class="num">${signed(one)} ${one.currency}</td>
        </tr>`,
      )}
    </tbody>
  </table>`
}

const signed = (transaction: Transaction): string =>
  `${transaction.kind === 'VendorCredit' ? '−' : ''}${totalsOf(transaction).total.toFixed(2)}`

/** The name of a transaction's vendor. */
export function vendorName(company: Company, transaction: Transaction): string {
  return company.vendors.find(one => one.id === transaction.vendorId)?.displayName ?? ''
}

function matches(company: Company, transaction: Transaction, search: string | undefined): boolean {
  if (!search) return true
  const text = `${transaction.docNumber ?? ''}\n${vendorName(company, transaction)}`.toLowerCase()
  return text.includes(search.trim().toLowerCase())
}
