import { html } from 'hono/html'
import type { Company } from '../books/company.ts'
import type { Line, Transaction } from '../books/transaction.ts'
import { stateName } from '../control/bill-view.ts'
import { totalsOf } from '../rules/totals.ts'
import { vendorName } from './bills-page.ts'
import { type Html, page } from './layout.ts'
import { statusName } from './status-name.ts'

export type BillPageOptions = { base: string; editing: boolean; problem?: string | undefined }

/** One bill or vendor credit: what it says, what happened to it, and what a person may do to it. */
export function billPage(
  company: Company,
  transaction: Transaction,
  { base, editing, problem }: BillPageOptions,
): Html {
  const here = `${base}/ledger/${company.realmId}/bills/${transaction.id}`
  const title =
    `${transaction.kind === 'Bill' ? 'Bill' : 'Vendor credit'} ${transaction.docNumber ?? ''}`.trim()
  const state = stateName(transaction)
  return page(
    base,
    title,
    html`${problem === undefined ? '' : html`<p class="problem" role="alert">${problem}</p>`}
      <div class="card">
        <div class="headline">
          <div>
            <h1>${title}</h1>
            <span class="status ${state}">${statusName(state)}</span>
          </div>
          ${editing ? '' : buttons(transaction, here)}
        </div>
        ${facts(company, transaction)}
      </div>
      ${editing ? editForm(company, transaction, here) : reading(company, transaction)}
      ${files(base, company, transaction)}
      <div class="card">
        <h2>Audit history</h2>
        <ul class="timeline">
          ${transaction.history.toReversed().map(
            one => html`<li><strong>${one.what}</strong>${one.details ? ` · ${one.details}` : ''}
                <span class="quiet small">${one.by}, ${one.at.toISOString().slice(0, 16).replace('T', ' ')} UTC</span></li>`,
          )}
        </ul>
      </div>`,
    [{ href: `${base}/ledger/${company.realmId}`, name: company.name }],
  )
}

/** Only what the ledger would allow in this state. */
function buttons(transaction: Transaction, here: string): Html {
  const posted = transaction.status === 'posted'
  const owed = posted && transaction.kind === 'Bill' && totalsOf(transaction).balance.gt(0)
  const unpaid = transaction.payments.length === 0
  return html`<form class="actions" method="post" action="${here}">
    ${owed ? html`<button class="primary" name="action" value="pay">Pay</button>` : ''}
    ${posted ? html`<button name="edit" value="1" formmethod="get">Edit</button>` : ''}
    ${posted && unpaid ? html`<button class="danger" name="action" value="void">Void</button>` : ''}
    ${transaction.status !== 'deleted' && unpaid ? html`<button class="danger" name="action" value="delete">Delete</button>` : ''}
  </form>`
}

function facts(company: Company, transaction: Transaction): Html {
  const location = company.departments.find(one => one.id === transaction.departmentId)
  const foreign =
    transaction.currency === company.homeCurrency ? '' : ` at ${transaction.exchangeRate.toString()}`
  return html`<dl class="facts">
    <div><dt>Vendor</dt><dd>${vendorName(company, transaction)}</dd></div>
    <div><dt>Dated</dt><dd>${transaction.txnDate}</dd></div>
    <div><dt>Due</dt><dd>${transaction.dueDate ?? '–'}</dd></div>
    <div><dt>Currency</dt><dd>${transaction.currency}${foreign}</dd></div>
    ${location ? html`<div><dt>Location</dt><dd>${location.name}</dd></div>` : ''}
    <div><dt>Entered by</dt><dd>${transaction.createdBy}</dd></div>
    ${transaction.privateNote ? html`<div><dt>Memo</dt><dd class="multiline">${transaction.privateNote}</dd></div>` : ''}
  </dl>`
}

function reading(company: Company, transaction: Transaction): Html {
  const tagged = transaction.lines.some(line => line.classId !== undefined)
  return html`<div class="card">
    <div class="scroll">
      <table>
        <thead>
          <tr><th>Account</th><th>Description</th><th>Tax</th>${tagged ? html`<th>Class</th>` : ''}<th class="num">Amount</th></tr>
        </thead>
        <tbody>
          ${transaction.lines.map(
            line => html`<tr>
              <td>${accountName(company, line)}</td>
              <td class="name">${line.description ?? ''}</td>
              <td>${company.taxCodes.find(one => one.id === line.taxCodeId)?.name ?? '–'}</td>
              ${tagged ? html`<td>${company.classes.find(one => one.id === line.classId)?.name ?? ''}</td>` : ''}
              <td class="num">${shown(line)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${totals(company, transaction)}
  </div>`
}

/** With tax where the amounts were given with it. */
const shown = (line: Line): string => (line.gross ?? line.amount).toFixed(2)

function accountName(company: Company, line: Line): string {
  const found = company.accounts.find(one => one.id === line.accountId)
  return [found?.number, found?.name].filter(Boolean).join(' ')
}

function editForm(company: Company, transaction: Transaction, here: string): Html {
  return html`<form class="card" method="post" action="${here}">
    <div class="actions">
      <label class="field">Number <input name="number" maxlength="21" value="${transaction.docNumber ?? ''}"></label>
      ${
        transaction.kind === 'Bill'
          ? html`<label class="field">Due <input type="date" name="dueDate" value="${transaction.dueDate ?? ''}"></label>`
          : ''
      }
      <label class="field">Memo <textarea name="memo" maxlength="4000" rows="1">${transaction.privateNote ?? ''}</textarea></label>
    </div>
    <div class="scroll">
      <table>
        <thead><tr><th>Account</th><th>Description</th><th class="num">Amount</th></tr></thead>
        <tbody>
          ${transaction.lines.map(
            (line, index) => html`<tr>
              <td>${accountName(company, line)}</td>
              <td class="name">${line.description ?? ''}</td>
              <td class="num"><input name="amount-${index}" inputmode="decimal" aria-label="Amount of line ${index + 1}" value="${shown(line)}"></td>
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

function totals(company: Company, transaction: Transaction): Html {
  const { net, total, paid, balance } = totalsOf(transaction)
  return html`<dl class="totals">
    <dt>Subtotal</dt><dd>${net.toFixed(2)}</dd>
    ${transaction.taxLines.map(
      one =>
        html`<dt>${company.taxRates.find(rate => rate.id === one.rateId)?.name ?? 'Tax'} on ${one.net.toFixed(2)}</dt><dd>${one.amount.toFixed(2)}</dd>`,
    )}
    <dt class="sum">Total ${transaction.currency}</dt><dd class="sum">${total.toFixed(2)}</dd>
    ${paid.gt(0) ? html`<dt>Paid</dt><dd>${paid.toFixed(2)}</dd><dt class="sum">Balance due</dt><dd class="sum">${balance.toFixed(2)}</dd>` : ''}
  </dl>`
}

function files(base: string, company: Company, transaction: Transaction): Html | string {
  const attached = company.attachables.filter(file =>
    file.refs.some(one => one.type === transaction.kind && one.id === transaction.id),
  )
  if (attached.length === 0) return ''
  return html`<div class="card">
    <h2>Attachments</h2>
    <ul class="plain">
      ${attached.map(file =>
        file.content === undefined
          ? html`<li>${file.note ?? file.fileName ?? ''}</li>`
          : html`<li><a href="${base}/ledger/${company.realmId}/files/${file.id}">${file.fileName}</a>
              <span class="quiet small">${file.contentType}, ${file.content.byteLength} bytes</span></li>`,
      )}
    </ul>
  </div>`
}
