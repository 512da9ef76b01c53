import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Organisation } from '../books/organisation.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { BadControl, readJson } from './read-json.ts'

const LockDates = z.strictObject({
  period: z.iso.date().nullable().optional(),
  endOfYear: z.iso.date().nullable().optional(),
})
const Status = z.strictObject({ status: z.enum(['ACTIVE', 'ARCHIVED']) })
const ContactChange = z.strictObject({
  status: z.enum(['ACTIVE', 'ARCHIVED']).optional(),
  name: z.string().min(1).max(255).optional(),
})

/** The organisation a control path names. @throws BadControl */
export function organisationOf(sandbox: Sandbox, c: Context<SandboxEnv>): Organisation {
  const found = sandbox.books.organisation((c.req.param('tenantId') ?? '').toLowerCase())
  if (!found) throw new BadControl('There is no organisation with this id')
  return found
}

/** What an adviser or bookkeeper does in an organisation's settings: lock dates, archiving. */
export function organisationControlRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()

  app.post('/:tenantId/lock-dates', async c => {
    const organisation = organisationOf(sandbox, c)
    const { period, endOfYear } = await readJson(c, LockDates)
    if (period !== undefined) organisation.lockDates.period = period ?? undefined
    if (endOfYear !== undefined) organisation.lockDates.endOfYear = endOfYear ?? undefined
    return c.json(organisation.lockDates)
  })

  app.patch('/:tenantId/accounts/:code', async c => {
    const { status } = await readJson(c, Status)
    const account = organisationOf(sandbox, c).accounts.find(one => one.code === c.req.param('code'))
    if (!account) throw new BadControl('There is no account with this code')
    Object.assign(account, { status, updatedAt: sandbox.clock() })
    return c.json(account)
  })

  app.patch('/:tenantId/contacts/:contactId', async c => {
    const changes = await readJson(c, ContactChange)
    const contacts = organisationOf(sandbox, c).contacts
    const contact = contacts.find(one => one.contactId === c.req.param('contactId'))
    if (!contact) throw new BadControl('There is no contact with this id')
    Object.assign(contact, changes, { updatedAt: sandbox.clock() })
    return c.json(contact)
  })

  return app
}
