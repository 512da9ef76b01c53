import { type CatalogueProduct, catalogueOf } from './catalogue.ts'
import { readFoods } from './foods.ts'
import { contentOf } from './order.ts'
import { type OrderFate, type PlannedOrder, pickSupplier, planOrders } from './order-plan.ts'
import { outlets } from './outlets.ts'
import { type Chance, chanceFrom } from './prng.ts'
import { groups } from './product-groups.ts'
import { type LinkedPlatform, platforms, type SandboxData, type StoredInvoice } from './sandbox-data.ts'
import { type SupplierProfile, suppliers } from './suppliers.ts'

/** `today`: the outlets' date, `YYYY-MM-DD`, at which the 90 days of orders end; the real one by default. */
export interface SeedOptions {
  seed?: number
  today?: string
}

/**
 * A restaurant group with three outlets and 400 orders over the 90 days up to today. The same seed and the same
 * day always give the same data. UBL documents are added by `withDocuments` (ubl-invoices.ts).
 */
export function seed(options: SeedOptions = {}): SandboxData {
  const chance = chanceFrom(options.seed ?? 20260)
  const today = options.today ?? new Date().toISOString().slice(0, 10)
  const catalogue = catalogueOf(suppliers, readFoods(), chance, `${daysBefore(today, 90)}T01:00:00.000Z`)
  const counts = new Map<string, number>()
  const invoices = planOrders(chance).map(plan => {
    const { supplier, products } = goods(plan, catalogue, chance)
    const n = counts.get(supplier.id) ?? 0
    counts.set(supplier.id, n + 1)
    return order(plan, supplier, products, n, today, chance)
  })
  return {
    user: { id: 'user-1', name: 'Sandbox Admin', role: 'ADMIN' },
    group: { id: 'group-1', name: 'Lantern Restaurant Group' },
    outlets: structuredClone([...outlets]),
    suppliers: suppliers.map(({ id, name }) => ({ id, name })),
    productGroups: Object.values(groups).map(group => ({ ...group })),
    products: [...catalogue.assigned, ...catalogue.culprits, ...[...catalogue.rest.values()].flat()].map(
      item => item.product,
    ),
    invoices,
  }
}

/** The date `days` before `date`, both `YYYY-MM-DD`. */
function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}

function goods(plan: PlannedOrder, catalogue: ReturnType<typeof catalogueOf>, chance: Chance) {
  const special = specialOf(plan, catalogue)
  const first = special.length > 0 ? chance.pick(special) : undefined
  const supplier =
    suppliers.find(profile => profile.id === first?.product.supplierId) ??
    pickSupplier(suppliers, plan.outletId, chance)
  const ofSupplier = (item: CatalogueProduct) => item.product.supplierId === supplier.id
  // Outlet-1 has no account for smallwares: only the invoices that are to be stopped by it may hold some.
  const harmless = (item: CatalogueProduct) => item.group !== 'smallwares' || plan.outletId !== 'outlet-1'
  const usual = catalogue.assigned.filter(item => ofSupplier(item) && harmless(item))
  const specials = chance.some(special.filter(ofSupplier), first ? chance.between(1, 2) : 0)
  const products = [...specials, ...chance.some(usual, chance.between(2, 12) - specials.length)]
  return { supplier, products: chance.some(products, products.length) }
}

function specialOf(plan: PlannedOrder, catalogue: ReturnType<typeof catalogueOf>): CatalogueProduct[] {
  if (plan.fate === 'culprit') return catalogue.culprits
  if (plan.fate === 'rest') return catalogue.rest.get(plan.outletId) ?? []
  return plan.fate === 'smallwares' ? catalogue.assigned.filter(item => item.group === 'smallwares') : []
}

function order(
  plan: PlannedOrder,
  supplier: SupplierProfile,
  products: readonly CatalogueProduct[],
  n: number,
  today: string,
  chance: Chance,
): StoredInvoice {
  const date = daysBefore(today, plan.age)
  const id = `inv_${chance.id()}`
  const attached = plan.fate === 'ready' && chance.happens(0.06)
  const outlet = outlets.find(one => one.id === plan.outletId)
  const platform = platforms[outlet?.integration.provider ?? 'xero']
  return {
    id,
    invoiceNo: supplier.number(n, date),
    supplierId: supplier.id,
    outletId: plan.outletId,
    type: attached ? 'ATTACHMENT' : 'ORDER',
    orderStatus: plan.fate === 'open' ? chance.pick(['SENT', 'RECEIVING', 'RECEIVING']) : 'COMPLETED',
    documentType: 'INVOICE',
    date,
    dueDate: daysBefore(date, -30),
    currency: outlet?.currency ?? 'SGD',
    ...contentOf(supplier, products, chance),
    prepaid: '0.00',
    exportError: errorOf(plan.fate, platform),
    linkedPlatforms: linksOf(plan, platform, today, chance),
    fileName: attached ? `scan-${date}-${id.slice(-4)}.pdf` : null,
    updatedAt: `${date}T0${chance.between(1, 8)}:${chance.between(10, 59)}:00.000Z`,
    revision: 1,
  }
}

type Platform = LinkedPlatform['platform']

function errorOf(fate: OrderFate, platform: Platform): string | null {
  if (fate === 'modified') {
    return `Invalid modification: this invoice was changed after its bill had been approved in ${platform}.`
  }
  return fate === 'refused' ? `${platform} did not answer in time. The bill was not created.` : null
}

/** The bill that the outlet's own integration made, a day after the order. Its id is replaced once a ledger is there. */
function linksOf(plan: PlannedOrder, platform: Platform, today: string, chance: Chance): LinkedPlatform[] {
  if (plan.fate !== 'exported' && plan.fate !== 'modified') return []
  const billId = `${chance.id()}${chance.id()}`
  // QuickBooks has no drafts, and nothing to approve.
  const unpaid = platform === 'Xero' ? 'DRAFT' : 'OPEN'
  return [
    {
      platform,
      billId,
      url: `/ledger/bills/${billId}`,
      state: plan.fate === 'modified' ? 'AUTHORISED' : unpaid,
      exportedAt: `${daysBefore(today, plan.age - 1)}T02:30:00.000Z`,
    },
  ]
}
