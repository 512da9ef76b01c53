import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { notFoundPage, page } from './layout.ts'

/**
 * The addresses by which QuickBooks' own pages open a transaction (`/app/bill?txnId=…`). There they mean the
 * company a person works in; here `companyId` may name it, and where several have the id a person chooses.
 */
export function ledgerAddresses({ base, books }: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.get('/:page{(?:bill|vendorcredit)}', c => {
    const id = c.req.query('txnId') ?? ''
    const companyId = c.req.query('companyId')
    const kind = c.req.param('page') === 'bill' ? 'Bill' : 'VendorCredit'
    const owners = books.companies.filter(
      one =>
        (companyId === undefined || companyId === one.realmId) &&
        one.transactions.some(transaction => transaction.id === id && transaction.kind === kind),
    )
    const addresses = owners.map(one => ({
      name: one.name,
      href: `${base}/ledger/${one.realmId}/bills/${id}`,
    }))
    const [first] = addresses
    if (first === undefined) return c.html(notFoundPage(base), 404)
    if (addresses.length === 1) return c.redirect(first.href, 302)
    const choices = addresses.map(one => html`<li><a href="${one.href}">${one.name}</a></li>`)
    return c.html(
      page(
        base,
        'Which company?',
        html`<div class="narrow card"><h1>Which company?</h1><ul class="plain">${choices}</ul></div>`,
      ),
    )
  })
  return app
}
