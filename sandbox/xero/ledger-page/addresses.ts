import { Hono } from 'hono'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'

/** The addresses by which Xero's own pages open a document, from its id alone; they lead to ours. */
export function ledgerAddresses({ books }: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.get('/:page{View.aspx|ViewCreditNote.aspx}', c => {
    const id = c.req.query('InvoiceID') ?? c.req.query('creditNoteID') ?? ''
    const owner = books.organisations.find(({ documents }) => documents.some(one => one.id === id))
    return c.redirect(owner ? `/ledger/${owner.tenantId}/bills/${id}` : '/ledger/unknown', 302)
  })
  return app
}
