import type { OutletId } from '#lib/domain/ids.ts'
import { modesFor, type Outlet, postingOf } from '#lib/domain/outlet.ts'
import { ledgerLists } from '#lib/export/lists.ts'
import type { RequestOf } from '#lib/messages.ts'
import { logActivity } from '#lib/store/activity.ts'
import { assessOutlet } from '#lib/store/assess-invoices.ts'
import type { OutletRow } from '#lib/store/database.ts'
import { inOneTransaction } from '#lib/store/open.ts'
import { statesInFlight } from '#lib/store/record-export.ts'
import { readSetting } from '#lib/store/settings.ts'
import { say } from '#lib/words/say.ts'
import { asOutletKnows } from './adopt-connections.ts'
import type { App, Handler } from './app.ts'
import { changedPosting, checkPosting } from './choose-posting.ts'
import { Refusal } from './refusal.ts'
import { sendByThemselves } from './send-invoices.ts'
import { knownOutlet, signedInClient } from './signed-in.ts'
import { linkStandingBills } from './switch-over.ts'

/**
 * Changes how an outlet exports. Switching it over to Clearcloud first links the bills that stand already;
 * until that is done nothing of it is sent, because it is not ours yet.
 */
export const setOutlet: Handler<'set-outlet'> = async (app, request, sender) => {
  const before = await knownOutlet(app, request.outletId)
  const after = await changed(app, before, request)
  await refuseWhileSending(app, before, after)
  await checkAgainstLists(app, before, after, request)
  const said: string[] = []
  // The connection is stored first: a switch that cannot be finished leaves it, and Foodrazor exporting.
  const { exporter } = before
  await write(app, { ...after, exporter })
  if (after.exporter === 'clearcloud' && exporter === 'foodrazor') {
    said.push(await linkStandingBills(app, after, sender))
  }
  if (after.exporter !== exporter) await write(app, after)
  await log(app, before, after)
  await sendWhatIsReady(app, after.id)
  return { ok: true, said: [say('did.saved'), ...said].join(' ') }
}

/** @throws Refusal for what does not go together. */
async function changed(app: App, before: OutletRow, request: RequestOf<'set-outlet'>): Promise<OutletRow> {
  const { exporter, mode, connectionId, defaultAccount, tracking, posting } = request
  const connection = connectionId === undefined ? before.connection : await chosen(app, connectionId)
  const after: OutletRow = { ...before, connection }
  if (exporter !== undefined) after.exporter = exporter
  if (mode !== undefined) Object.assign(after, { mode, modeChosen: 1 })
  if (defaultAccount !== undefined) after.defaultAccount = defaultAccount
  if (tracking !== undefined) after.tracking = tracking
  const moved = connection?.id !== before.connection?.id
  if (posting !== undefined || (moved && before.posting)) {
    after.posting = changedPosting(postingOf(before), posting ?? {}, !moved)
  }
  if (moved) {
    // Another organisation has other accounts and other categories.
    if (defaultAccount === undefined) after.defaultAccount = null
    if (tracking === undefined) after.tracking = null
  }
  if (after.exporter === 'clearcloud' && connection === null) {
    throw new Refusal(say('refused.connect-before'))
  }
  if (!modesFor(connection?.ledger ?? null).includes(after.mode)) {
    if (mode === 'automatic') throw new Refusal(say('refused.no-automatic'))
    after.mode = 'product-groups-required'
  }
  return after
}

async function chosen(app: App, id: string | null): Promise<Outlet['connection']> {
  if (id === null) return null
  const session = await readSetting(app.store, 'session')
  const connection = session?.connections.find(other => other.id === id)
  if (!connection) throw new Refusal(say('refused.organisation-not-connected'))
  return asOutletKnows(connection)
}

/** What is on its way belongs to the organisation and the exporter that it was sent for. */
async function refuseWhileSending(app: App, before: OutletRow, after: OutletRow): Promise<void> {
  if (before.exporter === after.exporter && before.connection?.id === after.connection?.id) return
  const rows = await app.store.exports
    .where('state')
    .anyOf([...statesInFlight])
    .toArray()
  if (rows.some(row => row.outletId === before.id)) {
    throw new Refusal(say('refused.outlet-exporting'))
  }
  if (before.exporter === 'clearcloud' && after.connection?.id !== before.connection?.id) {
    const bills = await app.store.exports.where('outletId').equals(before.id).count()
    if (bills > 0) {
      throw new Refusal(say('refused.bills-stand'))
    }
  }
}

async function checkAgainstLists(
  app: App,
  before: OutletRow,
  outlet: OutletRow,
  request: RequestOf<'set-outlet'>,
): Promise<void> {
  if (outlet.connection === null) return
  const { connectionId, exporter, posting } = request
  const names = request.defaultAccount || posting?.chargeAccounts || posting?.taxCodes
  if (!names && connectionId === undefined && exporter === undefined) return
  const { lists } = await ledgerLists(app.store, await signedInClient(app), outlet.connection.id)
  checkPosting(posting ?? {}, postingOf(before), lists)
  const { defaultAccount } = outlet
  if (defaultAccount === null) return
  const account = lists.accounts.find(({ code }) => code === defaultAccount)
  if (!account?.active || !account.allowed) {
    throw new Refusal(say('refused.account-not-for-bills', { account: defaultAccount }))
  }
}

async function write(app: App, outlet: OutletRow): Promise<void> {
  const ids = await inOneTransaction(app.store, async () => {
    await app.store.outlets.put(outlet)
    return assessOutlet(app.store, outlet.id)
  })
  app.notifier.changed(ids)
}

async function log(app: App, before: OutletRow, after: OutletRow): Promise<void> {
  const lines: string[] = []
  if (before.exporter !== after.exporter) {
    lines.push(
      say('log.exporter', {
        exporter: after.exporter === 'clearcloud' ? 'Clearcloud' : 'Foodrazor',
        outlet: after.name,
      }),
    )
  }
  if (before.mode !== after.mode) lines.push(say(`log.mode.${after.mode}`, { outlet: after.name }))
  if (before.connection?.id !== after.connection?.id) {
    lines.push(
      after.connection
        ? say('log.organisation', { outlet: after.name, organisation: after.connection.organisation })
        : say('log.no-organisation', { outlet: after.name }),
    )
  }
  if (JSON.stringify(before.posting) !== JSON.stringify(after.posting)) {
    lines.push(say('log.posting', { outlet: after.name }))
  }
  const at = app.clock()
  await logActivity(
    app.store,
    ...lines.map(text => ({ at, kind: 'settings' as const, text, outletId: after.id })),
  )
}

/** In the automatic modes all that is ready goes now. */
async function sendWhatIsReady(app: App, outletId: OutletId): Promise<void> {
  const ready = await app.store.invoices.where('[outletId+exportable]').equals([outletId, 1]).primaryKeys()
  await sendByThemselves(app, ready)
}
