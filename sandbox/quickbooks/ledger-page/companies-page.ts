import { html } from 'hono/html'
import type { Company } from '../books/company.ts'
import { offeringSku } from '../books/plan.ts'
import type { TransactionKind } from '../books/transaction.ts'
import { type Html, page } from './layout.ts'

/** The first page: every company, and how many bills stand in each. */
export function companiesPage(base: string, companies: readonly Company[]): Html {
  return page(
    base,
    'Sandbox QuickBooks',
    html`<h1>Companies</h1>
      <p class="quiet">A ledger for trying things out. Nothing here leaves this machine.</p>
      <div class="card scroll">
        <table>
          <thead><tr><th>Company</th><th>Plan</th><th>Currency</th><th class="num">Bills</th><th class="num">Vendor credits</th></tr></thead>
          <tbody>
            ${companies.map(
              one => html`<tr>
                <td><a href="${base}/ledger/${one.realmId}">${one.name}</a></td>
                <td>${offeringSku(one.plan)}</td>
                <td>${one.homeCurrency}</td>
                <td class="num">${count(one, 'Bill')}</td>
                <td class="num">${count(one, 'VendorCredit')}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`,
  )
}

const count = (company: Company, kind: TransactionKind): number =>
  company.transactions.filter(one => one.kind === kind).length
