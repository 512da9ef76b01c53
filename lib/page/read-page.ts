import { contentHash } from '../domain/content-hash.ts'
import { OutletId } from '../domain/ids.ts'
import type { Invoice } from '../domain/invoice.ts'
import type { Outlet } from '../domain/outlet.ts'
import type { PageSeen, RowSeen } from '../messages.ts'
import { say, sayCount } from '../words/say.ts'
import { readAmount } from './amount.ts'
import { type DayOrder, dayOrderOf, readDay } from './day.ts'
import { type AnswerFacts, nothing, readAnswer } from './feed.ts'
import { invoiceOfRow, isMadeOfRow } from './invoice-of-row.ts'
import { judgeCloud } from './judge-cloud.ts'
import { matcher } from './match.ts'
import type { PageFacts } from './page-facts.ts'
import type { Profile } from './profile.ts'
import { shownOtherwise } from './shown-otherwise.ts'

/** What reading may draw on: the outlets, and the invoices that bear a number which the page shows. */
export interface KnownToReader {
  outlets: Pick<Outlet, 'id' | 'name' | 'currency'>[]
  invoices: Invoice[]
}

/** A sighting as facts, and the answers that held an invoice's lines. */
export interface PageRead {
  facts: PageFacts
  details: { url: string; invoiceId: string }[]
}

const mostRefusals = 20

/** Reads what a content script saw: the page's own answers first, then its rows in their light. */
export function readPage(seen: PageSeen, known: KnownToReader, profile: Profile): PageRead {
  const answers = seen.answers.map(({ url, json }) => ({ url, facts: readAnswer(url, json, profile) }))
  const told = merged(answers.map(({ facts }) => facts))
  const rows = readRows(seen, known, told, profile)
  return {
    facts: { ...told, ...rows, refusals: [...told.refusals, ...rows.refusals].slice(0, mostRefusals) },
    details: answers.flatMap(({ url, facts }) => facts.detailOf.map(invoiceId => ({ url, invoiceId }))),
  }
}

/** The same invoice may come in several answers: the latest tells. */
function merged(all: readonly AnswerFacts[]): Omit<PageFacts, 'rows'> {
  const { detailOf: _, ...facts } = nothing()
  const last = <T>(things: readonly T[], key: (thing: T) => string) => [
    ...new Map(things.map(thing => [key(thing), thing])).values(),
  ]
  const outlets = new Map<string, PageFacts['outlets'][number]>()
  for (const outlet of all.flatMap(answer => answer.outlets)) {
    const before = outlets.get(outlet.id)
    const currency = outlet.currency ?? before?.currency ?? null
    outlets.set(outlet.id, { ...outlet, currency, mode: outlet.mode ?? before?.mode ?? null })
  }
  return {
    ...facts,
    outlets: [...outlets.values()],
    invoices: last(
      all.flatMap(answer => answer.invoices),
      ({ id }) => id,
    ),
    details: last(
      all.flatMap(answer => answer.details),
      ({ invoiceId }) => invoiceId,
    ),
    products: withSuppliers(all.flatMap(answer => answer.products)),
    groups: last(
      all.flatMap(answer => answer.groups),
      ({ id }) => id,
    ),
    accounts: last(
      all.flatMap(answer => answer.accounts),
      ({ outletId, groupId }) => `${outletId}\n${groupId}`,
    ),
    refusals: all.flatMap(answer => answer.refusals),
  }
}

/** An invoice's line tells a product without its supplier: one told before stays. */
function withSuppliers(products: PageFacts['products']): PageFacts['products'] {
  const latest = new Map<string, PageFacts['products'][number]>()
  for (const product of products) {
    latest.set(product.id, {
      ...product,
      supplier: product.supplier ?? latest.get(product.id)?.supplier ?? null,
    })
  }
  return [...latest.values()]
}

function readRows(
  { rows, outletShown, language }: PageSeen,
  known: KnownToReader,
  told: Omit<PageFacts, 'rows'>,
  profile: Profile,
): Pick<PageFacts, 'rows' | 'invoices' | 'outlets' | 'refusals'> {
  const toldIds = new Set(told.invoices.map(({ id }) => id))
  const before = new Map(known.invoices.map(invoice => [invoice.id, invoice]))
  const candidates = [...told.invoices, ...known.invoices.filter(({ id }) => !toldIds.has(id))]
  // Once the page's own JSON names its invoices, what we made of rows before it did is no candidate.
  const named = candidates.filter(({ id }) => !isMadeOfRow(id))
  const match = matcher(named.length > 0 ? named : candidates)
  const toldOf = new Map(named.map(invoice => [invoice.id, invoice]))
  const matched: { row: RowSeen; invoice: (typeof named)[number] }[] = []
  const found: PageFacts['rows'] = []
  const invoices = new Map(told.invoices.map(invoice => [invoice.id, invoice]))
  const outlets = [...told.outlets]
  let unread = 0
  const order = dayOrderOf(
    rows.map(({ date }) => date.text),
    language,
  )
  for (const shown of rows) {
    const row = understood(shown, language, order, profile)
    const id = match(row)
    if (id !== null) {
      found.push({ key: row.key, invoiceId: id })
      const invoice = toldOf.get(id)
      if (invoice) matched.push({ row, invoice })
      const seen = before.get(id)
      if (seen && !toldIds.has(id)) {
        const changed = cloudSeen(seen, row)
        if (changed) invoices.set(id, changed)
      }
    } else if (named.length === 0) {
      const outlet = outletShownAs(outletShown, known, outlets)
      const made = invoiceOfRow(row, outlet, profile.attachment)
      if (made) {
        invoices.set(made.id, made)
        found.push({ key: row.key, invoiceId: made.id })
      } else unread += 1
    }
  }
  const refusals = unread === 0 ? [] : [refusalOf(unread, found.length)]
  const otherwise = new Map([...shownOtherwise(matched)].map(([{ key }, shows]) => [key, shows]))
  const rowsFound = found.map(row => {
    const shows = otherwise.get(row.key)
    return shows ? { ...row, otherwise: shows } : row
  })
  return { rows: rowsFound, invoices: [...invoices.values()], outlets, refusals }
}

/** A page of which nothing can be read is another matter than a row that cannot. */
function refusalOf(unread: number, read: number): string {
  return read === 0 ? say('page.no-row-read') : sayCount('page.rows-unread', unread)
}

/** A row with its cloud judged, its day and its amount read, where the content script left them as they are written. */
function understood(row: RowSeen, language: string | undefined, order: DayOrder, profile: Profile): RowSeen {
  const day = row.date.day ?? readDay(row.date.text, language, order)
  const { amount, currency } = readAmount(row.total.text, language)
  return {
    ...row,
    cloud: judgeCloud(row.cloud, profile.clouds),
    date: { ...row.date, day },
    total: { ...row.total, amount: row.total.amount ?? amount, currency: row.total.currency ?? currency },
  }
}

/** What a row shows of an invoice that no answer told this time: its cloud may have changed since. */
function cloudSeen(invoice: Invoice, { cloud }: RowSeen): PageFacts['invoices'][number] | null {
  if (cloud.status === 'unknown' || cloud.status === invoice.cloud) return null
  const { detail: _, detailRevision: __, seenAt: ___, ...told } = invoice
  const completed = cloud.status === 'none' ? told.completed : true
  return { ...told, cloud: cloud.status, completed }
}

/** The outlet that the page's filter names; a placeholder where it names none. */
function outletShownAs(shown: string | null, known: KnownToReader, outlets: PageFacts['outlets']) {
  const name = shown?.trim() || say('page.unknown-outlet')
  const same = (outlet: { name: string }) => outlet.name.trim().toLowerCase() === name.toLowerCase()
  const there = known.outlets.find(same) ?? outlets.find(same)
  if (there) return there
  const id = OutletId.parse(`outlet:${shown ? contentHash(name).slice(0, 32) : 'unknown'}`)
  const made = { id, name, currency: null, mode: null }
  outlets.push(made)
  return made
}
