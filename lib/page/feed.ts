import { z } from 'zod'
import { AccountCode, GroupId, OutletId, ProductId } from '../domain/ids.ts'
import { Currency } from '../domain/money.ts'
import { ExportMode } from '../domain/outlet.ts'
import { say, sayCount } from '../words/say.ts'
import { isDetail, readDetail } from './feed-detail.ts'
import { type FieldReader, fieldReader, isObject, type JsonObject, plainName } from './feed-fields.ts'
import { isInvoice, means, readInvoice } from './feed-invoice.ts'
import { objectsOf } from './feed-objects.ts'
import type { PageFacts } from './page-facts.ts'
import type { Profile } from './profile.ts'

/** What one JSON answer of the page told, and the ids of the invoices whose lines it held. */
export interface AnswerFacts extends Omit<PageFacts, 'rows'> {
  detailOf: string[]
}

const OutletTold = z.object({
  id: OutletId,
  name: z.string().min(1).max(500),
  currency: Currency.nullable(),
  mode: ExportMode.nullable(),
})
const Named = z.object({ id: z.string().min(1).max(255), name: z.string().min(1).max(2000) })
const ProductTold = z.object({
  id: ProductId,
  name: z.string().min(1).max(2000),
  supplier: z.string().max(2000).nullable(),
  group: Named.extend({ id: GroupId }).nullable(),
})
const GroupTold = z.object({ outletId: z.null(), id: GroupId, name: z.string().min(1).max(500) })
const AccountTold = z.object({ outletId: OutletId, groupId: GroupId, account: AccountCode.nullable() })

/**
 * Reads one JSON answer of the page by the profile's names. What is not recognised is passed over; what is
 * recognised but malformed is refused in words.
 * @param json parsed, or the text as it came
 */
export function readAnswer(url: string, json: unknown, profile: Profile): AnswerFacts {
  const facts = nothing()
  const parsed = typeof json === 'string' ? parse(json) : json
  if (parsed === undefined) {
    facts.refusals.push(say('page.no-json', { path: pathOf(url) }))
    return facts
  }
  const { objects, complete } = objectsOf(parsed)
  if (!complete) facts.refusals.push(say('page.too-large', { path: pathOf(url) }))
  const { feed } = profile
  const read = fieldReader(feed.fields)
  const outletNames = new Set(feed.containers.outlets.map(plainName))
  const groupNames = new Set(feed.containers.groups.map(plainName))
  const outlets = new Map<string, PageFacts['outlets'][number]>()
  const refused: string[] = []

  const attempt = (what: string, act: () => void) => {
    try {
      act()
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error
      refused.push(`${what}: ${wordsOf(error)}`)
    }
  }
  for (const { object, under } of objects) {
    const container = plainName(under)
    if (outletNames.has(container) || read.has(object, 'exportMode')) {
      attempt(say('page.thing.outlet'), () => seeOutlet(object, read, feed, outlets))
    }
    if (read.has(object, 'accountMapping')) {
      attempt(say('page.thing.mapping'), () => seeAccounts(object, read, facts))
    }
    if (groupNames.has(container)) attempt(say('page.thing.group'), () => seeGroup(object, read, facts))
  }
  for (const { object } of objects) {
    if (isInvoice(object, read)) {
      const number = read.text(object, 'number') ?? ''
      attempt(say('page.thing.invoice', { number }), () => {
        const invoice = readInvoice(object, read, feed, id => outlets.get(id)?.currency ?? undefined)
        if (isDetail(object, read)) {
          const detail = readDetail(object, read, feed, url)
          facts.details.push({ invoiceId: invoice.id, revision: invoice.revision, detail })
          facts.detailOf.push(invoice.id)
        }
        facts.invoices.push(invoice)
      })
    } else if (isProduct(object, read)) {
      const name = read.text(object, 'name') ?? ''
      attempt(say('page.thing.product', { name }), () => seeProduct(object, read, facts))
    }
  }
  facts.outlets.push(...outlets.values())
  if (refused.length > 0) facts.refusals.push(counted(refused))
  return facts
}

export function nothing(): AnswerFacts {
  return {
    outlets: [],
    invoices: [],
    details: [],
    products: [],
    groups: [],
    accounts: [],
    refusals: [],
    detailOf: [],
  }
}

/** An outlet may be told in parts: by name on an invoice, with its mode by its integration. */
function seeOutlet(
  object: JsonObject,
  read: FieldReader,
  feed: Profile['feed'],
  outlets: Map<string, PageFacts['outlets'][number]>,
): void {
  const own = read.field(object, 'integration')
  const integration = isObject(own) ? own : object
  const self = read.has(object, 'exportMode') ? read.thing(object, 'outlet') : undefined
  const id = self?.id ?? read.text(object, 'id')
  const name = self?.name ?? read.text(object, 'name')
  // An integration told without its outlet, inside one: the outlet itself is read on its own.
  if (id === undefined || name === undefined) return
  const said = read.text(integration, 'exportMode')
  const mode = ExportMode.options.find(option => means(said, feed.modes[option])) ?? null
  const told = OutletTold.parse({
    id,
    name,
    currency: read.text(object, 'currency')?.toUpperCase() ?? null,
    mode,
  })
  const before = outlets.get(told.id)
  outlets.set(told.id, {
    ...told,
    currency: told.currency ?? before?.currency ?? null,
    mode: told.mode ?? before?.mode ?? null,
  })
}

function seeGroup(object: JsonObject, read: FieldReader, facts: AnswerFacts): void {
  const group = GroupTold.parse({
    outletId: null,
    id: read.text(object, 'id'),
    name: read.text(object, 'name'),
  })
  if (!facts.groups.some(({ id }) => id === group.id)) facts.groups.push(group)
}

/** An outlet's mapping: a list of groups, each with its account's code or none. */
function seeAccounts(object: JsonObject, read: FieldReader, facts: AnswerFacts): void {
  const outlet = read.thing(object, 'outlet')
  const mapping = read.field(object, 'accountMapping')
  if (outlet === undefined || !Array.isArray(mapping)) return
  for (const entry of mapping.filter(isObject)) {
    const group = read.thing(entry, 'productGroup')
    if (group === undefined) continue
    const account = read.field(entry, 'account') ?? null
    const code = isObject(account) ? Reflect.get(account, 'code') : account
    facts.accounts.push(AccountTold.parse({ outletId: outlet.id, groupId: group.id, account: code ?? null }))
  }
}

/** A product tells its group, if only that it has none. */
function isProduct(object: JsonObject, read: FieldReader): boolean {
  return (
    read.has(object, 'productGroup') &&
    read.text(object, 'name') !== undefined &&
    !read.has(object, 'exportMode')
  )
}

function seeProduct(object: JsonObject, read: FieldReader, facts: AnswerFacts): void {
  const product = ProductTold.parse({
    id: read.text(object, 'id'),
    name: read.text(object, 'name'),
    supplier: read.thing(object, 'supplier')?.name ?? null,
    group: read.thing(object, 'productGroup') ?? null,
  })
  facts.products.push(product)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function pathOf(url: string): string {
  return (/^[a-z]+:\/\/[^/]+(\/[^?#]*)/i.exec(url)?.[1] ?? url).slice(0, 120)
}

function wordsOf(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`)
    .join('; ')
}

function counted(refused: readonly string[]): string {
  const [first = ''] = refused
  return sayCount('page.things-unread', refused.length, { first: first.slice(0, 300) })
}
