import Big from 'big.js'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Company } from '../books/company.ts'
import type { Transaction } from '../books/transaction.ts'
import { ApiFault } from '../rules/api-fault.ts'
import { deleteTransaction } from '../rules/delete-transaction.ts'
import { type BillEdit, edit, type Person, pay, voidTransaction } from '../rules/person.ts'
import { refuse } from '../rules/refusals.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { billPage } from './bill-page.ts'
import { billsPage } from './bills-page.ts'
import { companiesPage } from './companies-page.ts'
import { notFoundPage } from './layout.ts'

/** A path of the ledger's pages that leads nowhere. */
class NoSuchPage extends Error {
  override name = 'NoSuchPage'
}

const Decimal = z.string().regex(/^-?\d+(\.\d{1,2})?$/)
const Action = z.enum(['pay', 'void', 'delete', 'edit'])

/** The pages on which a person sees and works with the bills. */
export function ledgerPageRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const { base } = sandbox
  const app = new Hono<SandboxEnv>()
  app.onError((error, c) => {
    if (error instanceof NoSuchPage) return c.html(notFoundPage(base), 404)
    throw error
  })

  app.get('/', c => c.html(companiesPage(base, sandbox.books.companies)))

  app.get('/:realm', c => {
    const { status, search } = c.req.query()
    return c.html(billsPage(base, companyOf(sandbox, c), { status, search }))
  })

  app.get('/:realm/bills/:billId', c => {
    const company = companyOf(sandbox, c)
    return c.html(billPage(company, billOf(company, c), { base, editing: c.req.query('edit') === '1' }))
  })

  app.get('/:realm/files/:id', c => {
    const file = companyOf(sandbox, c).attachables.find(one => one.id === c.req.param('id'))
    if (file?.content === undefined) throw new NoSuchPage()
    return c.body(file.content, 200, {
      'content-type': file.contentType || 'application/octet-stream',
      'content-security-policy': 'sandbox',
    })
  })

  app.post('/:realm/bills/:billId', async c => {
    const company = companyOf(sandbox, c)
    const bill = billOf(company, c)
    const form = await c.req.parseBody()
    try {
      act(bill, form, { company, settings: sandbox.settings, name: 'Sandbox Owner', now: sandbox.clock() })
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error
      const options = { base, editing: form.action === 'edit', problem: error.message }
      return c.html(billPage(company, bill, options), 409)
    }
    return c.redirect(`${base}/ledger/${company.realmId}/bills/${bill.id}`, 303)
  })

  return app
}

function companyOf(sandbox: Sandbox, c: Context<SandboxEnv>): Company {
  const found = sandbox.books.company(c.req.param('realm') ?? '')
  if (!found) throw new NoSuchPage()
  return found
}

function billOf(company: Company, c: Context<SandboxEnv>): Transaction {
  const found = company.transactions.find(one => one.id === c.req.param('billId'))
  if (!found) throw new NoSuchPage()
  return found
}

/** Does what a button of the bill's page says. @throws ApiFault where the ledger refuses */
function act(bill: Transaction, form: Record<string, unknown>, person: Person): void {
  const action = Action.safeParse(form.action)
  if (!action.success) throw refuse.business('This page has no such button.')
  switch (action.data) {
    case 'pay':
      pay(bill, undefined, person)
      break
    case 'void':
      voidTransaction(bill, person)
      break
    case 'delete':
      deleteTransaction(person.company, bill, person.name, person.now)
      break
    case 'edit':
      edit(bill, editOf(bill, form), person)
      break
  }
}

function editOf(bill: Transaction, form: Record<string, unknown>): BillEdit {
  const lines = bill.lines.flatMap((line, index) => {
    const read = Decimal.safeParse(form[`amount-${index}`])
    if (!read.success) throw refuse.business('An amount is a number like 12.50.')
    const amount = new Big(read.data)
    return amount.eq(line.gross ?? line.amount) ? [] : [{ index, amount }]
  })
  const dueDate = String(form.dueDate ?? '')
  return {
    number: String(form.number ?? bill.docNumber ?? ''),
    memo: String(form.memo ?? bill.privateNote ?? '').replaceAll('\r\n', '\n'),
    ...(dueDate === '' ? {} : { dueDate }),
    ...(lines.length > 0 ? { lines } : {}),
  }
}
