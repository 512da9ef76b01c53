import { z } from 'zod'
import { chunks } from '../chunks.ts'
import { LedgerTrouble } from '../port.ts'
import { BATCH, type BatchAnswer, sendBatch } from './batch.ts'
import { faultsOf, faultText, isTrouble } from './faults.ts'
import { callQuickbooks } from './quickbooks-api.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'

/** The most that one page may hold. */
const PAGE = 1000
/** Queries longer than this do not go into an address. */
const SHORT = 1500
/** So many are asked one by one: of batches fewer are allowed. */
const FEW = 3

/** What is asked for: all of an entity, or what `where` narrows it down to. */
export interface Selection {
  entity: string
  /** `*` unless told. */
  fields?: string
  where?: string
  /** Nothing is found where QuickBooks cannot search by one of the properties (4001). */
  ifSearchable?: true
}

/** Everything that each selection finds, page by page; pages of many selections go in one request. */
export async function select(
  company: QuickbooksCompany,
  selections: readonly Selection[],
): Promise<unknown[][]> {
  const found: unknown[][] = selections.map(() => [])
  let open = selections.map((selection, index) => ({ selection, index, from: 1 }))
  while (open.length > 0) {
    const pages = await ask(
      company,
      open.map(({ selection, from }) => ({ selection, text: textOf(selection, from) })),
    )
    const next: typeof open = []
    for (const [at, one] of open.entries()) {
      const page = pages[at] ?? []
      found[one.index]?.push(...page)
      if (page.length >= PAGE) next.push({ ...one, from: one.from + PAGE })
    }
    open = next
  }
  return found
}

interface Page {
  selection: Selection
  text: string
}

async function ask(company: QuickbooksCompany, pages: readonly Page[]): Promise<unknown[][]> {
  if (pages.length <= FEW && pages.every(({ text }) => text.length <= SHORT))
    return Promise.all(pages.map(page => askOne(company, page)))
  const all: unknown[][] = []
  for (const some of chunks(pages, BATCH)) {
    const items = some.map(({ text }, index) => ({ bId: `q${index}`, Query: text }))
    const answers = await sendBatch(company, items, null)
    all.push(...some.map((page, index) => judge(page, answers.get(`q${index}`))))
  }
  return all
}

async function askOne(company: QuickbooksCompany, page: Page): Promise<unknown[]> {
  const asked = { method: 'GET', path: '/query', query: { query: page.text } } as const
  const answer = await callQuickbooks(company, asked, false)
  return answer.ok ? rows(page, answer.body) : refused(page, answer.faults)
}

function judge(page: Page, answer: BatchAnswer | undefined): unknown[] {
  if (answer === undefined)
    throw new LedgerTrouble('not-sent', 'QuickBooks did not answer a query of a batch')
  const faults = faultsOf(answer)
  return faults.length > 0 ? refused(page, faults) : rows(page, answer)
}

/** A search that QuickBooks refuses is our mistake, not a person's. */
function refused({ selection, text }: Page, faults: ReturnType<typeof faultsOf>): unknown[] {
  if (isTrouble(faults)) throw new LedgerTrouble('not-sent', faultText(faults))
  if (selection.ifSearchable && faults.some(({ code }) => code === '4001')) return []
  throw new Error(`QuickBooks refused “${text.slice(0, 200)}”: ${faultText(faults)}`)
}

const QueryAnswer = z.looseObject({ QueryResponse: z.record(z.string(), z.unknown()) })

function rows({ selection }: Page, body: unknown): unknown[] {
  const read = QueryAnswer.safeParse(body)
  if (!read.success)
    throw new LedgerTrouble('not-sent', 'QuickBooks’s answer to a query is not understood', null, {
      cause: read.error,
    })
  return z.array(z.unknown()).parse(read.data.QueryResponse[selection.entity] ?? [])
}

function textOf({ entity, fields = '*', where }: Selection, from: number): string {
  return `SELECT ${fields} FROM ${entity}${where ? ` WHERE ${where}` : ''} STARTPOSITION ${from} MAXRESULTS ${PAGE}`
}

/** `name IN ('a', 'b')`, each value escaped. */
export function within(name: string, values: readonly string[]): string {
  return `${name} IN (${values.map(quoted).join(', ')})`
}

/** A text within a query. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
