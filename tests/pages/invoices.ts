/** An invoice as a page lists it. */
export interface ListedInvoice {
  number: string
  supplier: string
  type: string
  /** As it is shown. */
  date: string
  /** As it is shown. */
  total: string
  cloud: Cloud
}

export type Cloud = 'ready' | 'exported' | 'missing-product-group' | 'failed' | 'none'
export type ColumnName = 'number' | 'supplier' | 'type' | 'date' | 'total' | 'status'

export const headers: Record<ColumnName, string> = {
  number: 'Invoice No.',
  supplier: 'Supplier',
  type: 'Type',
  date: 'Date',
  total: 'Total',
  status: 'Export Status',
}

export const everyColumn: readonly ColumnName[] = ['number', 'supplier', 'type', 'date', 'total', 'status']

const suppliers = ['Green Valley Produce', 'Harbour Fish & Co', 'Étoile Bakery', '海味之家', 'O’Brien Dairy']
const clouds: readonly Cloud[] = ['ready', 'exported', 'missing-product-group', 'failed', 'none']

/** The same invoices in every run: numbers, suppliers and totals all differ, so that no two rows look alike. */
export function invoices(count: number): ListedInvoice[] {
  return Array.from({ length: count }, (_, at) => ({
    number: `INV-${1000 + at}`,
    supplier: suppliers[at % suppliers.length] ?? '',
    type: at % 4 === 3 ? 'Attachment' : 'Order',
    date: `${1 + (at % 28)} ${['Sep', 'Oct', 'Nov'][at % 3]} 2026`,
    total: `SGD ${(10 + ((at * 7919) % 4000) / 7).toFixed(2)}`,
    cloud: clouds[at % clouds.length] ?? 'none',
  }))
}
