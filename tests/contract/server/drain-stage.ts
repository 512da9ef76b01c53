import { randomUUID } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import { type ExportProgress, ExportRequest } from '#lib/api/exports.ts'
import { Bill, type BillToPost } from '#lib/domain/bill.ts'
import { addMilliseconds, type Instant, systemClock } from '#lib/domain/instant.ts'
import type { Database } from '#server/database/database.ts'
import { migrate } from '#server/database/migrate.ts'
import { databaseOver } from '#server/database/pglite-database.ts'
import { createBackOff } from '#server/exports/back-off.ts'
import { type DrainContext, drain } from '#server/exports/drain.ts'
import { acceptExport, changing, exportsAfter } from '#server/exports/export-store.ts'
import type { BillToMake, Ledger, Outcome } from '#server/ledger/port.ts'
import { anExportRequest } from '#tests/builders/export-request.ts'

/** A ledger that does as a test says; it makes every bill otherwise. */
export interface ScriptedLedger extends Ledger {
  bills: Bill[]
  /** The calls that write, with their keys. */
  calls: { key: string; numbers: string[] }[]
  /** Runs before bills are made; what it throws is thrown, what it gives is the answer. */
  onCreate: ((bills: readonly BillToMake[], key: string) => Outcome[] | undefined) | null
  onUpdate: (() => Outcome[]) | null
  onFind: (() => Promise<void> | undefined) | null
}

export interface DrainStage {
  database: Database
  ledger: ScriptedLedger
  context: DrainContext
  workspace: string
  connection: string
  /** Moves the drain's clock. */
  forward(ms: number): void
  accept(number: string, over?: Record<string, unknown>): Promise<string>
  /** One drain; gives when it wants to come again. */
  run(): Promise<Instant | null>
  /** Drains, moving the clock on to where each wants to come again, until there is nothing more to do. */
  runAll(): Promise<void>
  progress(number: string): Promise<ExportProgress | undefined>
  close(): Promise<void>
}

export async function drainStage(): Promise<DrainStage> {
  const database = databaseOver(await PGlite.create())
  await migrate(database)
  const [workspace, connection] = [randomUUID(), randomUUID()]
  await foundWorkspace(database, workspace, connection)
  let offset = 0
  const ledger = scriptedLedger()
  const context: DrainContext = {
    database,
    clock: () => addMilliseconds(systemClock(), offset),
    backOff: createBackOff(() => 0),
    ledgerOf: async () => ledger,
    linkOf: (outlet, invoice) => `http://localhost:4700/go/${outlet}/${invoice}`,
    changed: () => undefined,
    consentOf: async () => 'first',
    lost: async () => true,
    stopping: new AbortController().signal,
  }
  const run = () => drain(context, connection)
  return {
    database,
    ledger,
    context,
    workspace,
    connection,
    forward: ms => {
      offset += ms
    },
    accept: (number, over = {}) =>
      changing(database, workspace, sql =>
        acceptExport(sql, workspace, ExportRequest.parse(anExportRequest(connection, number, over))),
      ),
    run,
    runAll: async () => {
      for (let round = 0; round < 100; round += 1) {
        const again = await run()
        if (again === null) return
        offset += Math.max(0, Date.parse(again) - Date.parse(context.clock()))
      }
      throw new Error('The drain never comes to an end')
    },
    progress: async number => {
      const all = await exportsAfter(database, workspace, 0)
      return all.findLast(({ invoiceId }) => invoiceId === number)?.progress
    },
    close: () => database.close(),
  }
}

export async function foundWorkspace(
  database: Database,
  workspace: string,
  connection: string,
): Promise<void> {
  await database.query('INSERT INTO workspaces (id, name) VALUES ($1, $2)', [workspace, 'Harbour'])
  const consent = randomUUID()
  await database.query(
    "INSERT INTO consents (id, sealed_tokens, expires_at, state) VALUES ($1, '', now(), 'connected')",
    [consent],
  )
  await database.query(
    `INSERT INTO connections (id, workspace_id, consent_id, ledger, organisation_id, organisation_name, connected_at)
     VALUES ($1, $2, $3, 'xero', 'tenant-1', 'Harbour', now())`,
    [connection, workspace, consent],
  )
}

function scriptedLedger(): ScriptedLedger {
  const ledger: ScriptedLedger = {
    batch: 50,
    batchBytes: 1_000_000,
    bills: [],
    calls: [],
    onCreate: null,
    onUpdate: null,
    onFind: null,
    lists: () => Promise.reject(new Error('Nobody asks for lists here')),
    attach: () => Promise.reject(new Error('Nobody attaches a file here')),
    standing: async keys => (await ledger.find(keys)).map(bill => ({ bill, alike: [] })),
    find: async keys => {
      await ledger.onFind?.()
      return keys.map(
        key =>
          ledger.bills.find(({ url }) => url === key.link) ??
          ledger.bills.find(({ number, total }) => number === key.number && total === key.total) ??
          null,
      )
    },
    read: async bills =>
      bills.map(({ id }) => {
        const bill = ledger.bills.find(one => one.id === id)
        if (!bill) throw new Error(`There is no ${id}`)
        return bill
      }),
    readWhole: () => Promise.reject(new Error('Nobody asks for lines here')),
    changedSince: () => Promise.reject(new Error('Nobody asks for changes here')),
    note: () => Promise.reject(new Error('Nobody leaves notes here')),
    create: async (bills, key) => {
      ledger.calls.push({ key, numbers: bills.map(({ bill }) => bill.number) })
      return ledger.onCreate?.(bills, key) ?? bills.map(one => ({ kind: 'posted', bill: make(ledger, one) }))
    },
    update: async (bills, key) => {
      ledger.calls.push({ key, numbers: bills.map(({ bill }) => bill.number) })
      if (ledger.onUpdate) return ledger.onUpdate()
      return bills.map(({ id, bill }) => {
        const at = ledger.bills.findIndex(one => one.id === id)
        const changed = { ...asMade(bill, ledger.bills[at]?.url ?? ''), id }
        ledger.bills[at] = changed
        return { kind: 'posted', bill: changed }
      })
    },
  }
  return ledger
}

/** The bill as the ledger makes it; our link stands in for its address. */
export function make(ledger: ScriptedLedger, { bill, link }: BillToMake): Bill {
  const made = asMade(bill, link)
  ledger.bills.push(made)
  return made
}

function asMade({ kind, number, date, currency, total }: BillToPost, url: string): Bill {
  const contact = { id: 'contact-1', name: 'Green Acre Produce' }
  return Bill.parse({
    id: randomUUID(),
    kind,
    state: 'draft',
    number,
    contact,
    date,
    currency,
    total,
    url,
    seenAt: systemClock(),
  })
}
