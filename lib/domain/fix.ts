import { z } from 'zod'
import { Bill } from './bill.ts'
import { BillId, ContactId, GroupId, InvoiceId, OutletId, ProductId, SupplierId } from './ids.ts'
import { Money } from './money.ts'
import { LedgerKind } from './outlet.ts'

/** The kinds of fixes there are. */
export const FixKind = z.enum([
  'export',
  'export-anyway',
  'retry',
  'assign-group',
  'map-account',
  'open-bill',
  'accept-as-is',
  'compare',
  'link-bill',
  'unlink',
  'confirm-resync',
  'send-difference',
  'reconnect',
  'connect',
  'read-invoice',
  'use-page-control',
  'retry-file',
  'refresh-lists',
  'link-contact',
  'open-options',
  'show-invoice',
  'hand-off',
])
export type FixKind = z.infer<typeof FixKind>

/** What a person must know of a bill before something is done to it or beside it. */
export const BillBrief = Bill.pick({ number: true, state: true, currency: true, total: true })
export type BillBrief = z.infer<typeof BillBrief>

/** A fix is data: every surface renders the same list and sends the same message. */
export const Fix = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('export'), invoiceId: InvoiceId }),
  /** Although something speaks against it; `despite`: the bills that a person says are others. */
  z.object({ kind: z.literal('export-anyway'), invoiceId: InvoiceId, despite: z.array(BillId) }),
  z.object({ kind: z.literal('retry'), invoiceId: InvoiceId }),
  z.object({
    kind: z.literal('assign-group'),
    outletId: OutletId,
    products: z.array(z.object({ id: ProductId, name: z.string() })).min(1),
  }),
  z.object({
    kind: z.literal('map-account'),
    outletId: OutletId,
    groups: z.array(z.object({ id: GroupId, name: z.string() })).min(1),
  }),
  z.object({ kind: z.literal('open-bill'), url: z.string() }),
  z.object({ kind: z.literal('accept-as-is'), invoiceId: InvoiceId }),
  /** Shows the invoice and its bill side by side; changes nothing. */
  z.object({ kind: z.literal('compare'), invoiceId: InvoiceId }),
  /** This bill, which we did not make of it, is the invoice's. */
  z.object({
    kind: z.literal('link-bill'),
    invoiceId: InvoiceId,
    bill: z.object({ id: BillId, number: z.string() }),
  }),
  /** Forgets a bill that is gone and exports the invoice anew. Only after asking. */
  z.object({ kind: z.literal('unlink'), invoiceId: InvoiceId, bill: BillBrief }),
  /**
   * Gives a submitted bill (which becomes a draft) or an open one the invoice's new content, and with it this
   * total, signed as the bill's. Only after asking.
   */
  z.object({ kind: z.literal('confirm-resync'), invoiceId: InvoiceId, bill: BillBrief, total: Money }),
  /**
   * Makes a bill or credit of its own for what the invoice says beyond this bill, which can no longer change: this
   * much, below zero for a credit. Only after asking.
   */
  z.object({
    kind: z.literal('send-difference'),
    invoiceId: InvoiceId,
    bill: BillBrief,
    difference: Money,
    ledger: LedgerKind,
  }),
  z.object({ kind: z.literal('reconnect'), outletId: OutletId }),
  z.object({ kind: z.literal('connect'), outletId: OutletId }),
  /** Reads the invoice's lines by the profile's detail request. */
  z.object({ kind: z.literal('read-invoice'), invoiceId: InvoiceId }),
  /** Presses the host page's own control for this invoice (outlets where Foodrazor exports). */
  z.object({
    kind: z.literal('use-page-control'),
    invoiceId: InvoiceId,
    action: z.enum(['export', 'retry']),
  }),
  /** Puts the invoice's file beside its bill once more; the bill itself stays as it is. */
  z.object({ kind: z.literal('retry-file'), invoiceId: InvoiceId }),
  /** Reads accounts, tax rates, contacts and lock dates of the outlet's ledger anew, and judges by them. */
  z.object({ kind: z.literal('refresh-lists'), outletId: OutletId }),
  /** The supplier is this contact of the ledger. */
  z.object({
    kind: z.literal('link-contact'),
    outletId: OutletId,
    supplierId: SupplierId,
    contact: z.object({ id: ContactId, name: z.string() }),
  }),
  /** Where the options hold what must be chosen. */
  z.object({
    kind: z.literal('open-options'),
    outletId: OutletId,
    choose: z.enum(['contact', 'default-account', 'tracking']),
  }),
  /** Shows another invoice of the list on the page. */
  z.object({ kind: z.literal('show-invoice'), invoiceId: InvoiceId, number: z.string() }),
  /** For someone who may not do it: a prefilled note for the one who may. */
  z.object({ kind: z.literal('hand-off'), to: z.enum(['admin', 'accountant']), code: z.string() }),
])
export type Fix = z.infer<typeof Fix>
