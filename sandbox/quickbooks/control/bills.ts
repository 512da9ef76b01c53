import Big from 'big.js'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Transaction } from '../books/transaction.ts'
import { deleteTransaction } from '../rules/delete-transaction.ts'
import { edit, type Person, pay, removePayments, voidTransaction } from '../rules/person.ts'
import { TransactionInput } from '../rules/transaction-input.ts'
import { writeTransaction } from '../rules/write-transaction.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { billView, stateName } from './bill-view.ts'
import { companyOf } from './companies.ts'
import { BadControl, readJson } from './read-json.ts'

const Seeded = z.strictObject({
  by: z.string().min(1).default('Another app'),
  kind: z.enum(['Bill', 'VendorCredit']).default('Bill'),
  bill: TransactionInput,
})

const Amount = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]).transform(value => new Big(value))

const Change = z.strictObject({
  by: z.string().min(1).default('Sandbox Owner'),
  status: z.enum(['PAID', 'VOIDED', 'DELETED']).optional(),
  amount: Amount.optional(),
  removePayments: z.literal(true).optional(),
  number: z.string().optional(),
  date: z.iso.date().optional(),
  dueDate: z.iso.date().optional(),
  memo: z.string().optional(),
  lines: z
    .array(
      z.strictObject({
        index: z.number().int().min(0),
        description: z.string().optional(),
        amount: Amount.optional(),
        accountId: z.string().optional(),
      }),
    )
    .optional(),
})
type Change = z.infer<typeof Change>

/** Bills and vendor credits without OAuth: list them, enter one as another app, do to one what a person does. */
export function billControlRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()

  app.get('/:realm/bills', c => {
    const company = companyOf(sandbox, c)
    const { status, createdBy, kind, number } = c.req.query()
    const found = company.transactions
      .filter(one => status === undefined || status.split(',').includes(stateName(one)))
      .filter(one => createdBy === undefined || one.createdBy === createdBy)
      .filter(one => kind === undefined || (one.kind === 'Bill' ? 'bill' : 'vendor-credit') === kind)
      .filter(one => number === undefined || one.docNumber === number)
    return c.json({ bills: found.map(one => billView(sandbox.origin, company, one)) })
  })

  app.get('/:realm/bills/:billId', c => {
    const bill = billOf(sandbox, c)
    return c.json({ bill: billView(sandbox.origin, companyOf(sandbox, c), bill) })
  })

  app.post('/:realm/bills', async c => {
    const company = companyOf(sandbox, c)
    const { by, kind, bill } = await readJson(c, Seeded)
    const context = { company, settings: sandbox.settings, now: sandbox.clock(), by }
    const view = billView(sandbox.origin, company, writeTransaction(kind, bill, undefined, context))
    return c.json({ billId: view.id, url: view.url, bill: view }, 201)
  })

  app.patch('/:realm/bills/:billId', async c => {
    const company = companyOf(sandbox, c)
    const bill = billOf(sandbox, c)
    const change = await readJson(c, Change)
    apply(bill, change, { company, settings: sandbox.settings, name: change.by, now: sandbox.clock() })
    return c.json({ bill: billView(sandbox.origin, company, bill) })
  })

  return app
}

function billOf(sandbox: Sandbox, c: Context<SandboxEnv>): Transaction {
  const found = companyOf(sandbox, c).transactions.find(one => one.id === c.req.param('billId'))
  if (!found) throw new BadControl('There is no bill with this id')
  return found
}

/** Edits first, then the status: so one request can edit a bill and pay it. */
function apply(bill: Transaction, change: Change, person: Person): void {
  if (change.removePayments) removePayments(bill, person)
  const { number, date, dueDate, memo, lines } = change
  if ([number, date, dueDate, memo, lines].some(value => value !== undefined)) {
    edit(bill, { number, date, dueDate, memo, lines }, person)
  }
  if (change.status === 'PAID' || (change.status === undefined && change.amount !== undefined)) {
    pay(bill, change.amount, person)
  }
  if (change.status === 'VOIDED') voidTransaction(bill, person)
  if (change.status === 'DELETED') deleteTransaction(person.company, bill, person.name, person.now)
}
