import Big from 'big.js'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { LedgerDocument } from '../books/ledger-document.ts'
import type { Organisation } from '../books/organisation.ts'
import { type BillEdit, edit, NotPossible, type Person, pay, setStatus } from '../documents/person.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { billPage } from './bill-page.ts'
import { billsPage } from './bills-page.ts'
import { notFoundPage } from './layout.ts'
import { organisationsPage } from './organisations-page.ts'

/** A path of the ledger's pages that leads nowhere. */
class NoSuchPage extends Error {
  override name = 'NoSuchPage'
}

const Decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'is not an amount')
const Action = z.enum(['approve', 'pay', 'void', 'delete', 'edit'])

/** The pages on which a person sees and works with the bills. */
export function ledgerPageRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.onError((error, c) => {
    if (error instanceof NoSuchPage) return c.html(notFoundPage(), 404)
    throw error
  })

  app.get('/', c => c.html(organisationsPage(sandbox.books.organisations)))

  app.get('/:tenantId', c => {
    const organisation = organisationOf(sandbox, c)
    return c.html(billsPage(organisation, { status: c.req.query('status'), search: c.req.query('search') }))
  })

  app.get('/:tenantId/bills/:billId', c => {
    const organisation = organisationOf(sandbox, c)
    return c.html(billPage(organisation, billOf(organisation, c), { editing: c.req.query('edit') === '1' }))
  })

  app.get('/:tenantId/bills/:billId/files/:name', c => {
    const bill = billOf(organisationOf(sandbox, c), c)
    const file = bill.attachments.find(one => one.fileName === c.req.param('name'))
    if (!file) throw new NoSuchPage()
    return c.body(file.content, 200, { 'content-type': file.mimeType, 'content-security-policy': 'sandbox' })
  })

  app.post('/:tenantId/bills/:billId', async c => {
    const organisation = organisationOf(sandbox, c)
    const bill = billOf(organisation, c)
    const form = await c.req.parseBody()
    try {
      act(bill, form, { organisation, name: 'Sandbox Admin', now: sandbox.clock() })
    } catch (error) {
      if (!(error instanceof NotPossible)) throw error
      return c.html(
        billPage(organisation, bill, { editing: form.action === 'edit', problem: error.message }),
        409,
      )
    }
    return c.redirect(`/ledger/${organisation.tenantId}/bills/${bill.id}`, 303)
  })

  return app
}

function organisationOf(sandbox: Sandbox, c: Context<SandboxEnv>): Organisation {
  const found = sandbox.books.organisation((c.req.param('tenantId') ?? '').toLowerCase())
  if (!found) throw new NoSuchPage()
  return found
}

function billOf(organisation: Organisation, c: Context<SandboxEnv>): LedgerDocument {
  const found = organisation.documents.find(one => one.id === c.req.param('billId'))
  if (!found) throw new NoSuchPage()
  return found
}

/** Does what a button of the bill's page says. @throws NotPossible where the ledger refuses */
function act(bill: LedgerDocument, form: Record<string, unknown>, person: Person): void {
  const action = Action.safeParse(form.action)
  if (!action.success) throw new NotPossible('This page has no such button.')
  switch (action.data) {
    case 'approve':
      setStatus(bill, 'AUTHORISED', person)
      break
    case 'pay':
      pay(bill, undefined, person)
      break
    case 'void':
      setStatus(bill, 'VOIDED', person)
      break
    case 'delete':
      setStatus(bill, 'DELETED', person)
      break
    case 'edit':
      edit(bill, editOf(bill, form), person)
      break
  }
}

function editOf(bill: LedgerDocument, form: Record<string, unknown>): BillEdit {
  const lines = bill.lines.flatMap((line, index) => {
    const quantity = decimal(form[`quantity-${index}`])
    const unitAmount = decimal(form[`price-${index}`])
    return quantity.eq(line.quantity) && unitAmount.eq(line.unitAmount)
      ? []
      : [{ index, Quantity: quantity, UnitAmount: unitAmount }]
  })
  const dueDate = String(form.dueDate ?? '')
  return {
    number: String(form.number ?? bill.number),
    ...(dueDate === '' ? {} : { dueDate }),
    ...(lines.length > 0 ? { lines } : {}),
  }
}

function decimal(value: unknown): Big {
  const read = Decimal.safeParse(value)
  if (!read.success) throw new NotPossible('Quantity and price must be amounts, like 12.50.')
  return new Big(read.data)
}
