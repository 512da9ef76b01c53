import Dexie, { type EntityTable, type Table } from 'dexie'
import type { Assessment, Status } from '../domain/assessment.ts'
import type { Export } from '../domain/export.ts'
import type {
  AccountCode,
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
  at: Instant
}

export interface GroupRow {
  outletId: OutletId
  id: GroupId
  name: string
}

export interface GroupAccountRow {
  outletId: OutletId
  groupId: GroupId
  account: AccountCode
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
}

export interface ExportRow {
  invoiceId: InvoiceId
  outletId: OutletId
  record: Export
  /** The state, denormalised for the index. */
  state: Export['state']
  updatedAt: Instant
}

/**
 * What is still to be told to the server. `export` rows are sent in batches; `mutation` rows in order.
 * Claimed under a lease; deleted only once the server has acknowledged.
 */
export interface OutboxRow {
  seq: number
  kind: 'export' | 'mutation' | 'accept' | 'unlink'
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
  text: string
  undo: MappingChange[] | null
  undone: 0 | 1
}

export interface SupplierRow {
  id: SupplierId
  outletId: OutletId
  name: string
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
  declare outlets: EntityTable<Outlet, 'id'>
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
        'id, outletId, status, [outletId+status], *productIds, *groupIds, [outletId+number], exportWhenRead',
      exports: 'invoiceId, outletId, state, updatedAt',
      outbox: '++seq, &key, kind, invoiceId, nextAttemptAt',
      activity: '++id, at, outletId',
      lists: 'connectionId',
      settings: 'key',
    })
  }
}
