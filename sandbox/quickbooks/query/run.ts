import type { Company } from '../books/company.ts'
import { refuse } from '../rules/refusals.ts'
import type { Sandbox } from '../sandbox.ts'
import { type Entity, entityNamed } from '../wire/entities.ts'
import type { Wire } from '../wire/object.ts'
import { compare, matches, valuesAt } from './match.ts'
import { parseQuery, type Query } from './parse.ts'

const everywhere = ['Id', 'MetaData.CreateTime', 'MetaData.LastUpdatedTime']

/**
 * Answers a query with the contents of `QueryResponse`. Inactive objects are left out unless the query speaks
 * of `Active`.
 * @throws ApiFault 4000 or 4001 where the query cannot be answered
 */
export function runQuery(sandbox: Sandbox, company: Company, text: string): Wire {
  const query = parseQuery(text)
  const entity = entityNamed(query.entity)
  if (!entity) throw refuse.queryProperty(`Invalid context declaration: ${query.entity}`)
  checkFields(entity, query)
  const speaksOfActive = query.where.some(one => one.field === 'Active')
  const found = entity
    .list(sandbox, company)
    .filter(one => speaksOfActive || one.Active !== false)
    .filter(one => query.where.every(comparison => matches(one, comparison)))
  if (query.select === 'count') return { totalCount: found.length }
  const from = query.startPosition - 1
  const page = sorted(found, query.orderBy).slice(from, from + query.maxResults)
  if (page.length === 0) return {}
  return {
    [entity.name]: page.map(one => projected(one, query.select)),
    startPosition: query.startPosition,
    maxResults: page.length,
  }
}

function checkFields(entity: Entity, query: Query): void {
  const known = [...everywhere, ...entity.fields, ...entity.fields.map(field => `${field}.value`)]
  for (const { field } of [...query.where, ...query.orderBy]) {
    if (!known.includes(field)) {
      throw refuse.queryProperty(
        `Property ${field} not found for Entity ${entity.name}, or it is not queryable`,
      )
    }
  }
}

function sorted(objects: readonly Wire[], orderBy: Query['orderBy']): Wire[] {
  return objects.toSorted((one, other) => {
    for (const { field, descending } of orderBy) {
      const order = compare(valuesAt(one, field)[0] ?? '', valuesAt(other, field)[0] ?? '')
      if (order !== 0) return descending ? -order : order
    }
    return 0
  })
}

/** The named properties only; what identifies the object comes along, and it says that it is not whole. */
function projected(object: Wire, select: Query['select']): Wire {
  if (!Array.isArray(select)) return object
  const wanted = new Set([...select.map(field => field.split('.')[0]), 'Id', 'domain'])
  return {
    ...Object.fromEntries(Object.entries(object).filter(([name]) => wanted.has(name))),
    sparse: true,
  }
}
