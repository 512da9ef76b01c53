import type { Fix } from '#lib/domain/fix.ts'
import type { InvoiceId, OutletId } from '#lib/domain/ids.ts'
import type { EnqueueOptions } from '#lib/export/enqueue.ts'
import type { Outcome } from '#lib/messages.ts'
import { readSetting } from '#lib/store/settings.ts'
import { say } from '#lib/words/say.ts'
import { acceptAsIs } from './accept-as-is.ts'
import type { App, Handler, Sender } from './app.ts'
import { linkContact } from './link-contact.ts'
import { readDetails } from './read-details.ts'
import { refreshLists } from './refresh-lists.ts'
import { Refusal } from './refusal.ts'
import { retryFile } from './retry-file.ts'
import { saidOf } from './said.ts'
import { sendDifference } from './send-difference.ts'
import { sendInvoices } from './send-invoices.ts'
import { signIn } from './sign-in.ts'
import { knownOutlet } from './signed-in.ts'
import { unlink } from './unlink.ts'

type FixOf<K extends Fix['kind']> = Extract<Fix, { kind: K }>

/** One click on a fix. The switch is exhaustive: a new kind of fix must say here what it does. */
export const fix: Handler<'fix'> = (app, { fix }, sender) => dispatch(app, fix, sender)

async function dispatch(app: App, fix: Fix, sender: Sender): Promise<Outcome> {
  switch (fix.kind) {
    case 'export':
    case 'retry':
      return send(app, fix.invoiceId, sender, fix.kind)
    case 'export-anyway':
      return send(app, fix.invoiceId, sender, 'export', { despite: fix.despite })
    case 'link-bill':
      return send(app, fix.invoiceId, sender, 'export', { linkTo: fix.bill.id })
    case 'confirm-resync': {
      const sent = await sendInvoices(app, [fix.invoiceId], { submittedToo: true, tabId: sender.tabId })
      return saidOf(sent)
    }
    case 'send-difference':
      return sendDifference(app, fix.invoiceId)
    case 'accept-as-is':
      return acceptAsIs(app, fix.invoiceId)
    case 'unlink':
      return unlink(app, fix.invoiceId, sender)
    case 'reconnect':
      return reconnect(app, fix.outletId, sender)
    case 'connect':
      return connect(app, fix.outletId, sender)
    case 'open-bill':
      return openBill(app, fix.url)
    case 'read-invoice':
      return read(app, fix.invoiceId, sender)
    case 'use-page-control':
      return press(app, fix.invoiceId, fix.action, sender)
    case 'compare':
      throw new Refusal(say('refused.card-compares'))
    case 'assign-group':
      throw new Refusal(say('refused.choose-groups'))
    case 'map-account':
      throw new Refusal(say('refused.choose-accounts'))
    case 'retry-file':
      return retryFile(app, fix.invoiceId)
    case 'refresh-lists':
      return refreshLists(app, fix, sender)
    case 'link-contact':
      return link(app, fix, sender)
    case 'open-options':
      return openOptions(app, fix)
    case 'show-invoice':
      return show(app, fix.invoiceId, sender)
    case 'hand-off':
      return { ok: true, said: null }
  }
}

/** A new consent at the ledger in which this outlet keeps its books. */
async function reconnect(app: App, outletId: OutletId, sender: Sender): Promise<Outcome> {
  const { connection } = await knownOutlet(app, outletId)
  // Nobody is signed in: that comes first, with whatever ledger they sign in with.
  const session = await readSetting(app.store, 'session')
  return signIn(app, session && connection ? { ledger: connection.ledger } : {}, sender)
}

/** Signs in where that is what lacks; where no organisation bears the outlet's name, a person must choose. */
async function connect(app: App, outletId: OutletId, sender: Sender): Promise<Outcome> {
  const session = await readSetting(app.store, 'session')
  const chosenElsewhere = session?.connections.some(({ state }) => state === 'connected') ?? false
  const signedIn = chosenElsewhere ? null : await signIn(app, {}, sender)
  const { name, connection } = await knownOutlet(app, outletId)
  if (signedIn && (!signedIn.ok || connection !== null)) return signedIn
  await app.browser.openOptions()
  return { ok: true, said: say('did.choose-organisation', { outlet: name }) }
}

async function send(
  app: App,
  invoiceId: InvoiceId,
  sender: Sender,
  action: 'export' | 'retry',
  options: Pick<EnqueueOptions, 'despite' | 'linkTo'> = {},
): Promise<Outcome> {
  const row = await app.store.invoices.get(invoiceId)
  const outlet = row && (await app.store.outlets.get(row.outletId))
  if (outlet?.exporter === 'foodrazor') return press(app, invoiceId, action, sender)
  if (outlet?.connection === null) throw new Refusal(say('refused.connect-first', { outlet: outlet.name }))
  return saidOf(await sendInvoices(app, [invoiceId], { ...options, tabId: sender.tabId }))
}

async function press(
  app: App,
  invoiceId: InvoiceId,
  action: 'export' | 'retry',
  { tabId }: Sender,
): Promise<Outcome> {
  if ((await app.profile()).off.has('fixes-on-page')) throw new Refusal(say('refused.presses-nothing'))
  const number = await numberOf(app, invoiceId)
  if (await app.notifier.tell(tabId, 'press-control', { invoiceId, number, action }))
    return { ok: true, said: null }
  throw new Refusal(say('refused.own-cloud-exports'))
}

async function read(app: App, invoiceId: InvoiceId, { tabId }: Sender): Promise<Outcome> {
  if ((await readDetails(app, tabId, [invoiceId])) > 0) return { ok: true, said: say('did.reading') }
  throw new Refusal(say('refused.open-once'))
}

async function openOptions(app: App, { outletId, choose }: FixOf<'open-options'>): Promise<Outcome> {
  const { name } = await knownOutlet(app, outletId)
  await app.browser.openOptions()
  return { ok: true, said: say(`did.choose.${choose}`, { outlet: name }) }
}

function link(app: App, fix: FixOf<'link-contact'>, sender: Sender): Promise<Outcome> {
  const { outletId, supplierId, contact } = fix
  return linkContact(app, { outletId, supplierId, contactId: contact.id }, sender)
}

async function show(app: App, invoiceId: InvoiceId, { tabId }: Sender): Promise<Outcome> {
  const number = await numberOf(app, invoiceId)
  if (await app.notifier.tell(tabId, 'show-invoice', { invoiceId, number })) return { ok: true, said: null }
  throw new Refusal(say('refused.shown-there'))
}

/** By which the page finds a row that it has not shown yet. */
async function numberOf({ store }: App, invoiceId: InvoiceId): Promise<string> {
  return (await store.invoices.get(invoiceId))?.number ?? ''
}

async function openBill(app: App, url: string): Promise<Outcome> {
  const protocol = URL.canParse(url) ? new URL(url).protocol : ''
  if (protocol !== 'https:' && protocol !== 'http:') throw new Refusal(say('refused.no-address'))
  await app.browser.openTab(url)
  return { ok: true, said: null }
}
