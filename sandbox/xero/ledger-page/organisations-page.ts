import { html } from 'hono/html'
import type { Organisation } from '../books/organisation.ts'
import { type Html, page } from './layout.ts'

/** The first page: every organisation, and how many bills stand in each. */
export function organisationsPage(organisations: readonly Organisation[]): Html {
  return page(
    'Sandbox ledger',
    html`<h1>Organisations</h1>
      <p class="quiet">A ledger for trying things out. Nothing here leaves this machine.</p>
      <div class="card scroll">
        <table>
          <thead><tr><th>Organisation</th><th>Currency</th><th class="num">Bills</th><th class="num">Credit notes</th></tr></thead>
          <tbody>
            ${organisations.map(
              one => html`<tr>
                <td><a href="/ledger/${one.tenantId}">${one.name}</a></td>
                <td>${one.baseCurrency}</td>
                <td class="num">${count(one, 'bill')}</td>
                <td class="num">${count(one, 'credit-note')}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`,
  )
}

const count = (organisation: Organisation, kind: 'bill' | 'credit-note'): number =>
  organisation.documents.filter(document => document.kind === kind).length
