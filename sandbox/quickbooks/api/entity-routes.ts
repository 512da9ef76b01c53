import { Hono } from 'hono'
import { refuse } from '../rules/refusals.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { entities, entityNamed } from '../wire/entities.ts'
import { timed } from './answer.ts'
import { type Operation, perform, writable } from './operations.ts'
import { readBody } from './read-body.ts'

const addresses = `(?:${entities.map(entity => entity.name.toLowerCase()).join('|')})`

/** Objects one by one: read by id, created, updated and deleted. */
export function entityRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()

  app.get(`/:realm/preferences`, c => {
    const [preferences] = entityNamed('Preferences')?.list(sandbox, c.var.company) ?? []
    return c.json(timed(sandbox, { Preferences: preferences }))
  })

  app.get('/:realm/companyinfo/:id', c => {
    if (c.req.param('id') !== c.var.company.realmId) throw refuse.notFound()
    const [info] = entityNamed('CompanyInfo')?.list(sandbox, c.var.company) ?? []
    return c.json(timed(sandbox, { CompanyInfo: info }))
  })

  app.get(`/:realm/:entity{${addresses}}/:id`, c => {
    const entity = entityNamed(c.req.param('entity'))
    const found = entity?.list(sandbox, c.var.company).find(one => one.Id === c.req.param('id'))
    if (!entity || !found) throw refuse.notFound()
    return c.json(timed(sandbox, { [entity.name]: found }))
  })

  app.post(`/:realm/:entity{${addresses}}`, async c => {
    const entity = entityNamed(c.req.param('entity'))?.name ?? ''
    if (!writable.includes(entity)) throw refuse.unsupported(`${entity} cannot be written through the API.`)
    const body = await readBody(c)
    const writer = {
      sandbox,
      company: c.var.company,
      by: c.var.grant.clientId,
      allowDuplicateNumber: c.req.query('include') === 'allowduplicatedocnum',
    }
    const written = perform(writer, entity, operationOf(c.req.query('operation'), body), body)
    return c.json(timed(sandbox, written))
  })

  return app
}

function operationOf(asked: string | undefined, body: Record<string, unknown>): Operation {
  if (asked === 'delete') return 'delete'
  if (asked !== undefined && asked !== 'update')
    throw refuse.unsupported(`Operation ${asked} is not supported.`)
  return body.Id === undefined ? 'create' : 'update'
}
