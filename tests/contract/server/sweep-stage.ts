import { randomUUID } from 'node:crypto'
import { type ExportProgress, type ExportRecord, ExportRequest } from '#lib/api/exports.ts'
import type { Bill } from '#lib/domain/bill.ts'
import { addMilliseconds, type Instant, systemClock } from '#lib/domain/instant.ts'
import type { Database } from '#server/database/database.ts'
import { migrate } from '#server/database/migrate.ts'
import { createBackOff } from '#server/exports/back-off.ts'
import { drain } from '#server/exports/drain.ts'
import { acceptExport, changing, exportsAfter } from '#server/exports/export-store.ts'
import { SWEEP_EVERY, type SweepContext, sweep } from '#server/exports/sweep.ts'
import type { Ledger } from '#server/ledger/port.ts'
import { createXeroLedger } from '#server/ledger/xero/xero-ledger.ts'
import { anExportRequest } from '#tests/builders/export-request.ts'
import { type XeroStage, xeroStage } from '../xero-stage.ts'
import { foundWorkspace } from './drain-stage.ts'

/** Exports and sweeps on a database, against the sandbox's Harbour Street over HTTP. */
export interface SweepStage {
  xero: XeroStage
  ledger: Ledger
  context: SweepContext
  workspace: string
  connection: string
  /** Exports an invoice and gives its bill. */
  post(number: string, over?: Record<string, unknown>): Promise<Bill>
  accept(number: string, over?: Record<string, unknown>): Promise<void>
  drain(): Promise<void>
  /** What a person does to a bill. */
  change(bill: Bill, change: object): Promise<void>
  /** One sweep; gives when it wants to come again, and how many calls it made. */
  sweep(): Promise<{ again: Instant | null; calls: number }>
  /** The records of an invoice after a sequence. */
  told(number: string, after?: number): Promise<ExportRecord[]>
  progress(number: string): Promise<ExportProgress | undefined>
  sequence(): Promise<number>
  forward(ms: number): void
  /** How often readers were told of changes. */
  rung(): number
  close(): Promise<void>
}

export async function sweepStage(database: Database, over: Partial<SweepContext> = {}): Promise<SweepStage> {
  await migrate(database)
  const xero = await xeroStage()
  const [workspace, connection] = [randomUUID(), randomUUID()]
  await foundWorkspace(database, workspace, connection)
  const ledger = createXeroLedger(xero.organisation)
  let offset = 0
  let rung = 0
  const context: SweepContext = {
    database,
    clock: () => addMilliseconds(systemClock(), offset),
    backOff: createBackOff(() => 0),
    ledgerOf: async () => ledger,
    lockedUntil: async () => null,
    intervalOf: () => SWEEP_EVERY,
    changed: () => {
      rung += 1
    },
    lost: async () => true,
    ...over,
  }
  const draining = {
    ...context,
    linkOf: (outlet: string, invoice: string) => `http://localhost:4700/go/${outlet}/${invoice}`,
    consentOf: async () => 'first',
    changed: () => undefined,
    stopping: new AbortController().signal,
  }
  const callsSoFar = async () =>
    ((await (await xero.sandbox.control('GET', '/state')).json()) as { calls: { total: number } }).calls.total
  const all = () => exportsAfter(database, workspace, 0)
  const stage: SweepStage = {
    xero,
    ledger,
    context,
    workspace,
    connection,
    post: async (number, more = {}) => {
      await stage.accept(number, more)
      await stage.drain()
      const progress = await stage.progress(number)
      if (progress?.state !== 'posted') throw new Error(`${number} is ${JSON.stringify(progress)}`)
      return progress.bill
    },
    accept: async (number, more = {}) => {
      await changing(database, workspace, sql =>
        acceptExport(sql, workspace, ExportRequest.parse(anExportRequest(connection, number, more))),
      )
    },
    drain: async () => {
      await drain(draining, connection)
    },
    change: async (bill, change) => {
      const path = `/organisations/${xero.tenant}/bills/${bill.id}`
      const answer = await xero.sandbox.control('PATCH', path, change)
      if (!answer.ok) throw new Error(await answer.text())
    },
    sweep: async () => {
      const before = await callsSoFar()
      const again = await sweep(context, connection)
      return { again, calls: (await callsSoFar()) - before }
    },
    told: async (number, after = 0) =>
      (await exportsAfter(database, workspace, after)).filter(({ invoiceId }) => invoiceId === number),
    progress: async number => (await all()).findLast(({ invoiceId }) => invoiceId === number)?.progress,
    sequence: async () => (await all()).at(-1)?.sequence ?? 0,
    forward: ms => {
      offset += ms
    },
    rung: () => rung,
    close: () => xero.sandbox.close(),
  }
  return stage
}
