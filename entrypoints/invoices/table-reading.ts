import type { PageAnswer } from '#lib/messages.ts'
import type { Ask } from '#lib/overlay/ask.ts'
import type { PageProfile } from '#lib/page/profile.ts'
import { readTables } from '#lib/page/tables/read-tables.ts'

export interface TableReadingOptions {
  profile: PageProfile
  ask: Ask
  /** Lines that the worker would like to have read anew. */
  want(unread: PageAnswer['unread']): void
}

/** What was told last: a page that goes on drawing the same tells nothing new. */
let told = ''

/** Tells the worker what a page shows that is no list of invoices, if that is anything and was not told just before. */
export async function readOtherPage({ profile, ask, want }: TableReadingOptions): Promise<void> {
  const tables = readTables(document, profile.tables)
  const { exportMode, bills } = tables
  const isTelling =
    tables.tables.some(({ rows }) => rows.length > 0) || exportMode !== null || bills.length > 0
  const text = JSON.stringify(tables)
  if (!isTelling || text === told) return
  told = text
  const { lang } = document.documentElement
  const seen = { origin: location.origin, outletShown: null, rows: [], answers: [], tables }
  const answer = await ask('page-seen', lang ? { ...seen, language: lang.slice(0, 100) } : seen)
  if ('refused' in answer) told = ''
  else want(answer.unread)
}
