import Dexie, { type EntityTable, type Table } from 'dexie'
import type { Assessment, Status } from '../domain/assessment.ts'
import type { Export } from '../domain/export.ts'
import type {
  AccountCode,
  BillId,
  ConnectionId,
  ContactId,
  GroupId,
  IdempotencyKey,
  InvoiceId,
  OutletId,
  ProductId,
  SupplierId,
} from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Invoice } from '../domain/invoice.ts'
import type { LedgerLists } from '../domain/ledger-lists.ts'
import type { MappingChange } from '../domain/mapping.ts'
import type { Outlet } from '../domain/outlet.ts'

/** An outlet as remembered. */
export interface OutletRow extends Outlet {
  /** A person chose the mode here: the page's own setting no longer decides. */
  modeChosen?: 1
  /** The page told which accounts its groups are mapped to. */
  accountsTold?: 1
}

/** A product of the catalogue, as seen on pages. `group` is what Foodrazor says; ours is in `productGroups`. */
export interface ProductRow {
  id: ProductId
  name: string
  supplier: string | null
  pageGroup: { id: GroupId; name: string } | null
}

/** Our product → group of one outlet. */
export interface ProductGroupRow {
  outletId: OutletId
  productId: ProductId
  groupId: GroupId
  /** The page's own group when a person first chose here: taking back asks Foodrazor for that one again. */
  pageHad?: GroupId
  at: Instant
}

/** A group of one outlet; those of the whole restaurant group stand under each outlet and `everyOutlet`. */
export interface GroupRow {
  outletId: OutletId
  id: GroupId
  name: string
}

/** Group → account of one outlet. No row: nobody decided, and the page told of none. */
export interface GroupAccountRow {
  outletId: OutletId
  groupId: GroupId
  /** Null: a person decided that it has none, which the page does not overrule. */
  account: AccountCode | null
  /** Taken over from Foodrazor's own mapping, and follows it; a person's decision goes before it. */
  fromPage?: 1
  at: Instant
}

export interface SupplierContactRow {
  outletId: OutletId
  supplierId: SupplierId
  contactId: ContactId
  at: Instant
}

/** An invoice with what we conclude of it, so that counts are index look-ups and never a counter. */
export interface InvoiceRow extends Invoice {
  /** The products of its lines: a new assignment touches only the invoices that hold it. */
  productIds: ProductId[]
  /** The groups that those products have now: a new account touches only these. */
  groupIds: GroupId[]
  status: Status
  assessment: Assessment
  /** A person asked for its export before its lines were known. */
  exportWhenRead: 0 | 1
  /** 1: ready, and *Export all ready* would export it. */
  exportable?: 0 | 1
  /** Other invoices of the outlet that may be the same one (domain/twins.ts). */
  twinIds?: InvoiceId[]
  /**
   * The ledger was asked whether a bill stands for it already, and none does. Asked where Foodrazor says
   * that it exported the invoice and we have no record: such a one is never sent unasked.
   */
  linkChecked?: 1
  /** Bills that look like its own, and that a person said are others. */
  despite?: BillId[]
  /** How often its bill was unlinked: the next export is a new intent with a key of its own. */
  unlinked?: number
}

/** The record of a bill that stands. */
export type PostedExport = Extract<Export, { state: 'posted' }>

export interface ExportRow {
  invoiceId: InvoiceId
  outletId: OutletId
  record: Export
  /** The state, denormalised for the index. */
  state: Export['state']
  updatedAt: Instant
  /** The key under which it was sent last. */
  key?: IdempotencyKey
  /** The server's sequence of the last change that we know. */
  sequence?: number
  /** When it was queued here: a run counts what was queued since it began. */
  queuedAt?: Instant
  /** The bill that stands, while an update of it is on its way or was refused. */
  stands?: PostedExport | null
}

/**
 * What is still to be told to the server. `export` rows are sent in batches; `mutation` rows in order.
 * Claimed under a lease; deleted only once the server has acknowledged.
 */
export interface OutboxRow {
  seq: number
  kind: 'export' | 'mutation' | 'accept' | 'unlink' | 'file'
  /** The idempotency key, or the mutation's id. The same intent never stands twice. */
  key: IdempotencyKey | string
  invoiceId: InvoiceId | null
  outletId: OutletId
  /** The body to send, as lib/api names it. */
  body: unknown
  attempts: number
  nextAttemptAt: Instant
  leasedBy: string | null
  leasedUntil: Instant | null
}

/** What was done, by whom, and what would undo it. */
export interface ActivityRow {
  id: number
  at: Instant
  outletId: OutletId | null
  invoiceId: InvoiceId | null
  kind:
    | 'assigned'
    | 'mapped'
    | 'linked-contact'
    | 'created-group'
    | 'exported'
    | 'refused'
    | 'accepted'
    | 'settings'
  /** In the language of the moment at which it happened: a log keeps what was said. */
  text: string
  undo: MappingChange[] | null
  undone: 0 | 1
}

export interface SupplierRow {
  id: SupplierId
  outletId: OutletId
  name: string
  taxNumber?: string | undefined
}

/** The chart of accounts, tax rates and contacts of a connection, as last read. */
export interface ListsRow {
  connectionId: ConnectionId
  lists: LedgerLists
}

/** Small single values: `session`, `server`, `cursor`, `revision`, `panel`, `run`, `banner`. Parsed by settings.ts. */
export interface SettingRow {
  key: string
  value: unknown
}

/** Everything the companion remembers. Only the background worker writes; every surface reads by live query. */
export class ClearcloudDatabase extends Dexie {
  declare outlets: EntityTable<OutletRow, 'id'>
  declare suppliers: Table<SupplierRow, [OutletId, SupplierId]>
  declare products: EntityTable<ProductRow, 'id'>
  declare groups: Table<GroupRow, [OutletId, GroupId]>
  declare productGroups: Table<ProductGroupRow, [OutletId, ProductId]>
  declare groupAccounts: Table<GroupAccountRow, [OutletId, GroupId]>
  declare supplierContacts: Table<SupplierContactRow, [OutletId, SupplierId]>
  declare invoices: EntityTable<InvoiceRow, 'id'>
  declare exports: EntityTable<ExportRow, 'invoiceId'>
  declare outbox: EntityTable<OutboxRow, 'seq'>
  declare activity: EntityTable<ActivityRow, 'id'>
  declare lists: EntityTable<ListsRow, 'connectionId'>
  declare settings: EntityTable<SettingRow, 'key'>

  constructor(name = 'clearcloud') {
    super(name)
    this.version(1).stores({
      outlets: 'id',
      suppliers: '[outletId+id], outletId',
      products: 'id, name',
      groups: '[outletId+id], outletId',
      productGroups: '[outletId+productId], outletId, productId, groupId',
      groupAccounts: '[outletId+groupId], outletId',
      supplierContacts: '[outletId+supplierId], outletId',
      invoices:
        'id, outletId, status, [outletId+status], [outletId+exportable], *productIds, *groupIds, number, exportWhenRead',
      exports: 'invoiceId, outletId, state, updatedAt, queuedAt',
      outbox: '++seq, &key, kind, invoiceId, [outletId+kind], nextAttemptAt',
      activity: '++id, at, outletId',
      lists: 'connectionId',
      settings: 'key',
    })
    // The age of lists is told without reading them; invoices of one supplier and day are looked up as likely twins.
    this.version(2).stores({
      invoices:
        'id, outletId, status, [outletId+status], [outletId+exportable], [outletId+supplier.id+date], *productIds, *groupIds, number, exportWhenRead',
      lists: 'connectionId, [connectionId+lists.fetchedAt]',
    })
  }
  /**
   * Opens it, or lets the next query try again: Dexie by itself stays shut after a failure, and the worker would answer
   * nobody until it dies, where a browser (Chromium, just after its start) could not open it for a moment.
   */
  override open() {
    return super.open().catch(error => {
      // After those that wait have been told, or they would open it again at once, and again.
      setTimeout(() => this.close({ disableAutoOpen: false }))
      throw error
    })
  }
}
