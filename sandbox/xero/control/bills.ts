import Big from 'big.js'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { LedgerDocument } from '../books/ledger-document.ts'
import { DocumentInput } from '../documents/document-input.ts'
import { edit, NotPossible, type Person, pay, removePayments, setStatus } from '../documents/person.ts'
import { writeDocument } from '../documents/write-document.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { billView } from './bill-view.ts'
import { organisationOf } from './organisations.ts'
import { BadControl, readJson } from './read-json.ts'

const Seeded = z.strictObject({ by: z.string().min(1).default('Another app'), bill: DocumentInput })

const Amount = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]).transform(value => new Big(value))

const Change = z.strictObject({
  by: z.string().min(1).default('Sandbox Admin'),
  status: z.enum(['DRAFT', 'SUBMITTED', 'AUTHORISED', 'PAID', 'VOIDED', 'DELETED']).optional(),
  amount: Amount.optional(),
  removePayments: z.literal(true).optional(),
  number: z.string().max(255).optional(),
  date: z.iso.date().optional(),
  dueDate: z.iso.date().optional(),
  lines: z
    .array(
      z.strictObject({
        index: z.number().int().min(0),
        description: z.string().optional(),
        quantity: Amount.optional(),
        unitAmount: Amount.optional(),
        accountCode: z.string().optional(),
      }),
    )
    .optional(),
})
type Change = z.infer<typeof Change>

/**
 * Bills and credit notes without OAuth: list them, enter or update one as another app does, and do to
 * one what a person does.
 */
export function billControlRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()

  app.get('/:tenantId/bills', c => {
    const organisation = organisationOf(sandbox, c)
    const { status, createdBy, kind, number } = c.req.query()
    const found = organisation.documents.filter(
      one =>
        (status === undefined || status.split(',').includes(one.status)) &&
        (createdBy === undefined || one.createdBy === createdBy) &&
        (kind === undefined || one.kind === kind) &&
        (number === undefined || one.number === number),
    )
    return c.json({ bills: found.map(one => billView(sandbox.origin, organisation, one)) })
  })

  app.get('/:tenantId/bills/:billId', c => {
    const organisation = organisationOf(sandbox, c)
    return c.json({ bill: billView(sandbox.origin, organisation, billOf(sandbox, c)) })
  })

  const enter = async (c: Context<SandboxEnv>, existing?: LedgerDocument): Promise<Response> => {
    const organisation = organisationOf(sandbox, c)
    const { by, bill } = await readJson(c, Seeded)
    const created = bill.Type === 'ACCPAYCREDIT' ? 'credit-note' : 'bill'
    const written = writeDocument(bill, existing, {
      organisation,
      kind: existing?.kind ?? created,
      now: sandbox.clock(),
      unitDecimals: 4,
      by,
    })
    if ('errors' in written) throw new NotPossible(written.errors.join(' '))
    const view = billView(sandbox.origin, organisation, written.document)
    return c.json({ billId: view.id, url: view.url, bill: view }, existing ? 200 : 201)
  }
  app.post('/:tenantId/bills', c => enter(c))
  app.put('/:tenantId/bills/:billId', c => enter(c, billOf(sandbox, c)))

  app.patch('/:tenantId/bills/:billId', async c => {
    const organisation = organisationOf(sandbox, c)
    const bill = billOf(sandbox, c)
    const change = await readJson(c, Change)
    apply(bill, change, { organisation, name: change.by, now: sandbox.clock() })
    return c.json({ bill: billView(sandbox.origin, organisation, bill) })
  })

  return app
}

function billOf(sandbox: Sandbox, c: Context<SandboxEnv>): LedgerDocument {
  const found = organisationOf(sandbox, c).documents.find(one => one.id === c.req.param('billId'))
  if (!found) throw new BadControl('There is no bill with this id')
  return found
}

/** Edits first, then the status: so one request can edit a draft and approve it. */
function apply(bill: LedgerDocument, change: Change, person: Person): void {
  if (change.removePayments) removePayments(bill, person)
  const { number, date, dueDate, lines } = change
  if ([number, date, dueDate, lines].some(value => value !== undefined)) {
    edit(
      bill,
      {
        number,
        date,
        dueDate,
        lines: lines?.map(line => ({
          index: line.index,
          Description: line.description,
          Quantity: line.quantity,
          UnitAmount: line.unitAmount,
          AccountCode: line.accountCode,
        })),
      },
      person,
    )
  }
  if (change.status === 'PAID' || (change.status === undefined && change.amount !== undefined)) {
    pay(bill, change.amount, person)
  } else if (change.status !== undefined) {
    setStatus(bill, change.status, person)
  }
}
