import type { GroupId, OutletId } from '#lib/domain/ids.ts'
import type { MappingChange } from '#lib/domain/mapping.ts'
import { putMutations } from '#lib/export/mutations.ts'
import { logActivity } from '#lib/store/activity.ts'
import { applyChanges } from '#lib/store/apply-changes.ts'
import type { ActivityRow } from '#lib/store/database.ts'
import { inOneTransaction } from '#lib/store/open.ts'
import type { App, Sender } from './app.ts'
import type { PageRequest } from './page-reader.ts'
import { sendByThemselves } from './send-invoices.ts'

export interface ChangedMapping {
  /** Invoices whose assessment changed. */
  changed: number
  /** Invoices that went off by themselves because of it. */
  sent: number
  /** Whether Foodrazor was asked to make the same change, and whether a page was there to ask. */
  page: 'not-needed' | 'asked' | 'nobody'
}

/**
 * Changes the mapping as a person asked: rows, log with what would undo it, and the outbox in one
 * transaction; then whatever it completed goes by itself where the mode says so. Where Foodrazor exports,
 * its page is asked to make the same change.
 */
export async function changeMapping(
  app: App,
  changes: readonly MappingChange[],
  line: { kind: ActivityRow['kind']; text: string; outletId: OutletId },
  { tabId }: Sender,
): Promise<ChangedMapping> {
  const now = app.clock()
  const { had, ...applied } = await inOneTransaction(app.store, async () => {
    const had = await pageHad(app, changes)
    const result = await applyChanges(app.store, changes, now)
    if (!result.written && !changes.some(change => change.kind === 'group')) return { ...result, had }
    await putMutations(app.store, changes, now)
    await logActivity(app.store, { at: now, ...line, undo: result.undo })
    return { ...result, had }
  })
  app.notifier.changed(applied.changed)
  const page = await tellPage(app, changes, had, tabId)
  const sent = await sendByThemselves(app, applied.concerned, true)
  void app.engine.wake()
  return { changed: applied.changed.length, sent, page }
}

/**
 * For each taking back of a group, the page's own from before a person chose here: what the page says by
 * now may be the very assignment that is taken back, since Foodrazor was asked to make it too.
 */
async function pageHad(
  { store }: App,
  changes: readonly MappingChange[],
): Promise<Map<MappingChange, GroupId | null>> {
  const had = new Map<MappingChange, GroupId | null>()
  for (const change of changes) {
    if (change.kind !== 'product-group' || change.groupId !== null) continue
    const row = await store.productGroups.get([change.outletId, change.productId])
    had.set(change, row?.pageHad ?? null)
  }
  return had
}

/** The same assignments for Foodrazor's own integration, in the outlets where that exports. */
async function tellPage(
  app: App,
  changes: readonly MappingChange[],
  had: ReadonlyMap<MappingChange, GroupId | null>,
  tabId: number | null,
): Promise<ChangedMapping['page']> {
  const outlets = new Map((await app.store.outlets.toArray()).map(outlet => [outlet.id, outlet]))
  const page = await app.page()
  const requests: PageRequest[] = []
  for (const change of changes) {
    if (change.kind !== 'product-group' || outlets.get(change.outletId)?.exporter !== 'foodrazor') continue
    const request = page.setProductGroup(change.productId, change.groupId ?? had.get(change) ?? null)
    if (request) requests.push(request)
  }
  if (requests.length === 0) return 'not-needed'
  if ((await app.profile()).off.has('fixes-on-page')) return 'nobody'
  return (await app.notifier.tell(tabId, 'page-requests', { requests })) ? 'asked' : 'nobody'
}
