import type {
  Outlet,
  Product,
  ProductGroup,
  SandboxData,
  StoredInvoice,
  Supplier,
} from '#sandbox/data/sandbox-data.ts'
import { cloudOf, type ExportStatus } from './cloud.ts'

/** The app's state, in memory: fresh on each start. Rows are replaced, never changed in place. */
export interface Store {
  readonly user: SandboxData['user']
  readonly group: SandboxData['group']
  readonly outlets: Map<string, Outlet>
  readonly suppliers: Map<string, Supplier>
  readonly productGroups: Map<string, ProductGroup>
  readonly products: Map<string, Product>
  readonly invoices: Map<string, StoredInvoice>
  /** The present instant, UTC, in ISO form. */
  now(): string
  /** The row of an id that another row holds; throws if the data are torn. */
  outletOf(invoice: StoredInvoice): Outlet
  supplierOf(row: { supplierId: string }): Supplier
  groupOf(product: Product): ProductGroup | null
  productOf(line: { productId: string }): Product
  cloudOf(invoice: StoredInvoice): ExportStatus | null
}

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map(row => [row.id, row]))

function held<Row>(rows: ReadonlyMap<string, Row>, id: string, what: string): Row {
  const row = rows.get(id)
  if (!row) throw new Error(`The data name ${what} ${id}, which does not exist`)
  return row
}

/** Fills a store with a copy of the data. */
export function createStore(data: SandboxData, clock: () => Date): Store {
  const own = structuredClone(data)
  const store: Store = {
    user: own.user,
    group: own.group,
    outlets: byId(own.outlets),
    suppliers: byId(own.suppliers),
    productGroups: byId(own.productGroups),
    products: byId(own.products),
    invoices: byId(own.invoices),
    now: () => clock().toISOString(),
    outletOf: invoice => held(store.outlets, invoice.outletId, 'outlet'),
    supplierOf: row => held(store.suppliers, row.supplierId, 'supplier'),
    productOf: line => held(store.products, line.productId, 'product'),
    groupOf: product =>
      product.productGroupId === null
        ? null
        : held(store.productGroups, product.productGroupId, 'product group'),
    cloudOf: invoice => {
      const { integration } = store.outletOf(invoice)
      return cloudOf({
        connected: integration.status === 'CONNECTED',
        provider: integration.provider,
        mode: integration.orderExportMode,
        orderStatus: invoice.orderStatus,
        groupIds: invoice.lines.map(line => store.productOf(line).productGroupId),
        accounts: integration.accounts,
        linked: invoice.linkedPlatforms.length > 0,
        exportError: invoice.exportError,
      })
    },
  }
  return store
}
