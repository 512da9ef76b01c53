import { z } from 'zod'
import { putMutations } from '#lib/export/mutations.ts'
import { logActivity } from '#lib/store/activity.ts'
import { applyChanges } from '#lib/store/apply-changes.ts'
import { assessOutlet } from '#lib/store/assess-invoices.ts'
import { inOneTransaction } from '#lib/store/open.ts'
import { say, sayCount } from '#lib/words/say.ts'
import type { App, Handler } from './app.ts'
import { Backup } from './backup.ts'
import { Refusal } from './refusal.ts'
import { sendByThemselves } from './send-invoices.ts'

/**
 * Takes over the mapping and the outlets' settings of a file, on top of what is here. Who exports and to
 * which organisation stays as it is: that needs a consent of its own. All of the file or nothing of it.
 */
export const importData: Handler<'import-data'> = async (app, { text }) => {
  const backup = read(text)
  const now = app.clock()
  const concerned = await inOneTransaction(app.store, async () => {
    const ids = await takeOverOutlets(app, backup)
    const applied = await applyChanges(app.store, backup.mapping, now)
    if (applied.written) await putMutations(app.store, backup.mapping, now)
    const line = sayCount('log.imported', backup.mapping.length)
    await logActivity(app.store, { at: now, kind: 'settings', text: line, undo: applied.undo })
    return [...new Set([...ids, ...applied.concerned])]
  })
  app.notifier.changed(concerned)
  await sendByThemselves(app, concerned, true)
  void app.engine.wake()
  const entries = sayCount('did.entries', backup.mapping.length)
  const outlets = sayCount('common.outlets', backup.outlets.length)
  return { ok: true, said: say('did.imported', { entries, outlets }) }
}

/** @throws Refusal that says what of the file is not as expected. */
function read(text: string): Backup {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Refusal(say('refused.not-json'))
  }
  const parsed = Backup.safeParse(json)
  if (parsed.success) return parsed.data
  const issues = z.prettifyError(parsed.error).split('\n').slice(0, 6).join(' ')
  throw new Refusal(say('refused.not-exported-by-us', { issues }))
}

async function takeOverOutlets({ store }: App, { outlets }: Backup) {
  const ids = []
  for (const { id, name, mode, defaultAccount, tracking, posting } of outlets) {
    const chosen = { defaultAccount, tracking, ...(posting ? { posting } : {}) }
    const before = await store.outlets.get(id)
    if (!before) {
      const fresh = { currency: null, exporter: 'foodrazor' as const, connection: null }
      await store.outlets.put({ ...fresh, id, name, mode, ...chosen, modeChosen: 1 })
      continue
    }
    const quickbooks = before.connection?.ledger === 'quickbooks' && mode === 'automatic'
    const kept = quickbooks ? before.mode : mode
    await store.outlets.put({ ...before, ...chosen, mode: kept, modeChosen: 1 })
    ids.push(...(await assessOutlet(store, id)))
  }
  return ids
}
