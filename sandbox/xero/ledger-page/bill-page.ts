import { html } from 'hono/html'
import type { LedgerDocument, Line } from '../books/ledger-document.ts'
import type { Organisation } from '../books/organisation.ts'
import { totalsOf } from '../documents/totals.ts'
import { supplierOf } from './bills-page.ts'
import { type Html, page } from './layout.ts'
import { statusName } from './status-name.ts'

export type BillPageOptions = { editing: boolean; problem?: string | undefined }

/** One bill: what it says, where it came from, what happened to it, and what a person may do to it. */
export function billPage(
  organisation: Organisation,
  document: LedgerDocument,
  { editing, problem }: BillPageOptions,
): Html {
  const here = `/ledger/${organisation.tenantId}/bills/${document.id}`
  const title = `${document.kind === 'bill' ? 'Bill' : 'Credit note'} ${document.number}`
  const lines = editing ? editForm(document, organisation, here) : reading(document, organisation)
  return page(
    title,
    html`${problem === undefined ? '' : html`<p class="problem" role="alert">${problem}</p>`}
      <div class="card">
        <div class="headline">
          <div>
            <h1>${title}</h1>
            <span class="status ${document.status}">${statusName(document.status)}</span>
          </div>
          ${editing ? '' : buttons(document, here)}
        </div>
        ${facts(organisation, document)}
      </div>
      ${lines}
      ${files(document, here)}
      <div class="card">
        <h2>History</h2>
        <ul class="timeline">
          ${document.history.toReversed().map(
            one => html`<li><strong>${one.changes}</strong> · ${one.details}
                <span class="quiet small">${one.user}, ${one.at.toISOString().slice(0, 16).replace('T', ' ')} UTC</span></li>`,
          )}
        </ul>
      </div>`,
    [{ href: `/ledger/${organisation.tenantId}`, name: organisation.name }],
  )
}

/** Only what the ledger would allow in this state. */
function buttons(document: LedgerDocument, here: string): Html {
  const open = document.status === 'DRAFT' || document.status === 'SUBMITTED'
  const approved = document.status === 'AUTHORISED'
  const unpaid = document.payments.length === 0
  return html`<form class="actions" method="post" action="${here}">
    ${open ? html`<button class="primary" name="action" value="approve">Approve</button>` : ''}
    ${approved ? html`<button class="primary" name="action" value="pay">Pay</button>` : ''}
    ${open || (approved && unpaid) ? html`<button name="edit" value="1" formmethod="get">Edit</button>` : ''}
    ${approved && unpaid ? html`<button class="danger" name="action" value="void">Void</button>` : ''}
    ${open ? html`<button class="danger" name="action" value="delete">Delete</button>` : ''}
  </form>`
}

function facts(organisation: Organisation, document: LedgerDocument): Html {
  return html`<dl class="facts">
    <div><dt>From</dt><dd>${supplierOf(organisation, document)}</dd></div>
    <div><dt>Dated</dt><dd>${document.date}</dd></div>
    <div><dt>Due</dt><dd>${document.dueDate ?? '–'}</dd></div>
    <div><dt>Currency</dt><dd>${document.currency}${rate(organisation, document)}</dd></div>
    <div><dt>Entered by</dt><dd>${document.createdBy}</dd></div>
    ${source(document.url)}
  </dl>`
}

const rate = (organisation: Organisation, document: LedgerDocument): string =>
  document.currency === organisation.baseCurrency ? '' : ` at ${document.currencyRate}`

/** The "Go to" link back to the app; only http(s) addresses become a link. */
function source(url: string | undefined): Html | string {
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return ''
  return html`<div><dt>Source</dt><dd><a href="${url}" rel="noreferrer">Go to ${new URL(url).host}</a></dd></div>`
}

function reading(document: LedgerDocument, organisation: Organisation): Html {
  return html`<div class="card">
    <div class="scroll">
      <table>
        <thead>
          <tr><th>Description</th><th class="num">Quantity</th><th class="num">Price</th><th>Account</th><th>Tax</th>
            <th class="num">Tax amount</th><th class="num">Amount</th></tr>
        </thead>
        <tbody>
          ${document.lines.map(
            line => html`<tr>
              <td class="name">${line.description}${tracking(line)}</td>
              <td class="num">${line.quantity.toString()}</td>
              <td class="num">${price(line)}</td>
              <td>${account(organisation, line)}</td>
              <td>${tax(organisation, line)}</td>
              <td class="num">${line.taxAmount.toFixed(2)}</td>
              <td class="num">${line.lineAmount.toFixed(2)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${totals(document)}
  </div>`
}

function editForm(document: LedgerDocument, organisation: Organisation, here: string): Html {
  return html`<form class="card" method="post" action="${here}">
    <div class="actions">
      <label class="field">Number <input name="number" maxlength="255" value="${document.number}"></label>
      <label class="field">Due <input type="date" name="dueDate" value="${document.dueDate ?? ''}"></label>
    </div>
    <div class="scroll">
      <table>
        <thead>
          <tr><th>Description</th><th class="num">Quantity</th><th class="num">Price</th><th>Account</th></tr>
        </thead>
        <tbody>
          ${document.lines.map(
            (line, index) => html`<tr>
              <td class="name">${line.description}</td>
              <td class="num"><input name="quantity-${index}" inputmode="decimal" aria-label="Quantity of line ${index + 1}" value="${line.quantity.toString()}"></td>
              <td class="num"><input name="price-${index}" inputmode="decimal" aria-label="Price of line ${index + 1}" value="${price(line)}"></td>
              <td>${account(organisation, line)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <div class="tools">
      <div class="actions">
        <button class="primary" name="action" value="edit">Save</button>
        <a href="${here}">Cancel</a>
      </div>
    </div>
  </form>`
}

/** At least two decimals, four where the price has them. */
const price = (line: Line): string =>
  line.unitAmount.toFixed(Math.max(2, line.unitAmount.toString().split('.')[1]?.length ?? 0))

const tracking = (line: Line): Html[] =>
  line.tracking.map(one => html`<br><span class="quiet small">${one.name}: ${one.option}</span>`)

function account(organisation: Organisation, line: Line): string {
  const found = organisation.accounts.find(one => one.code === line.accountCode)
  return found ? `${found.code} ${found.name}` : '–'
}

const tax = (organisation: Organisation, line: Line): string =>
  organisation.taxRates.find(one => one.taxType === line.taxType)?.name ?? line.taxType

function totals(document: LedgerDocument): Html {
  const { subTotal, totalTax, total, paid, due } = totalsOf(document)
  const inclusive = document.lineAmountTypes === 'Inclusive'
  return html`<dl class="totals">
    <dt>Subtotal</dt><dd>${subTotal.toFixed(2)}</dd>
    <dt>${inclusive ? 'Tax included' : 'Tax'}</dt><dd>${totalTax.toFixed(2)}</dd>
    <dt class="sum">Total ${document.currency}</dt><dd class="sum">${total.toFixed(2)}</dd>
    ${paid.gt(0) ? html`<dt>Paid</dt><dd>${paid.toFixed(2)}</dd><dt class="sum">Due</dt><dd class="sum">${due.toFixed(2)}</dd>` : ''}
  </dl>`
}

function files(document: LedgerDocument, here: string): Html | string {
  if (document.attachments.length === 0) return ''
  return html`<div class="card">
    <h2>Files</h2>
    <ul class="plain">
      ${document.attachments.map(
        file => html`<li><a href="${here}/files/${encodeURIComponent(file.fileName)}">${file.fileName}</a>
          <span class="quiet small">${file.mimeType}, ${file.content.byteLength} bytes</span></li>`,
      )}
    </ul>
  </div>`
}
