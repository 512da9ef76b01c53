import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Company } from '../books/company.ts'
import { touch } from '../books/stamp.ts'
import { nameWhen } from '../books/vendor.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { BadControl, readJson } from './read-json.ts'

const CloseDate = z.strictObject({ date: z.iso.date().nullable() })
const CompanyChange = z.strictObject({
  plan: z.enum(['simple-start', 'essentials', 'plus', 'advanced']).optional(),
  subscription: z.enum(['active', 'ended']).optional(),
  access: z.enum(['full', 'none']).optional(),
  refusesDuplicateNumbers: z.boolean().optional(),
  multicurrency: z.boolean().optional(),
})
const Listed = z.strictObject({ active: z.boolean().optional(), name: z.string().min(1).max(100).optional() })

/** The company a control path names. @throws BadControl */
export function companyOf(sandbox: Sandbox, c: Context<SandboxEnv>): Company {
  const found = sandbox.books.company(c.req.param('realm') ?? '')
  if (!found) throw new BadControl('There is no company with this realm id')
  return found
}

/** What an owner or accountant does in a company's settings and lists. */
export function companyControlRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()

  app.post('/:realm/close-date', async c => {
    const company = companyOf(sandbox, c)
    const { date } = await readJson(c, CloseDate)
    company.closeDate = date ?? undefined
    touch(company, sandbox.clock())
    return c.json({ closeDate: date })
  })

  app.patch('/:realm', async c => {
    const company = companyOf(sandbox, c)
    Object.assign(company, await readJson(c, CompanyChange))
    touch(company, sandbox.clock())
    const { plan, subscription, access, refusesDuplicateNumbers, multicurrency } = company
    return c.json({ plan, subscription, access, refusesDuplicateNumbers, multicurrency })
  })

  app.patch('/:realm/vendors/:id', async c => {
    const change = await readJson(c, Listed)
    const vendor = companyOf(sandbox, c).vendors.find(one => one.id === c.req.param('id'))
    if (!vendor) throw new BadControl('There is no vendor with this id')
    vendor.active = change.active ?? vendor.active
    vendor.displayName = nameWhen(vendor.active, change.name ?? vendor.displayName)
    touch(vendor, sandbox.clock())
    return c.json(vendor)
  })

  for (const list of ['accounts', 'classes', 'departments', 'taxCodes'] as const) {
    app.patch(`/:realm/${list}/:id`, async c => {
      const change = await readJson(c, Listed)
      const id = c.req.param('id')
      const found = companyOf(sandbox, c)[list].find(one => one.id === id || numberOf(one) === id)
      if (!found) throw new BadControl(`There is nothing with this id among the ${list}`)
      found.active = change.active ?? found.active
      found.name = nameWhen(found.active, change.name ?? found.name)
      touch(found, sandbox.clock())
      return c.json(found)
    })
  }

  return app
}

const numberOf = (one: object): unknown => ('number' in one ? one.number : undefined)
