import type { GroupKey } from './product-groups.ts'
import type { Supplier } from './sandbox-data.ts'

/** How an invented supplier does business. */
export interface SupplierProfile extends Supplier {
  sells: GroupKey[]
  delivers: string[]
  /** How many products of it stand in the catalogue. */
  products: number
  /** Its share of the orders, against the others'. */
  share: number
  /** Its `n`th invoice (from 0), dated `YYYY-MM-DD`. */
  number: (n: number, date: string) => string
  /** Percent on its goods, and on those that are rated otherwise. */
  tax: { usual: string; other: string }
  pricesIncludeTax?: true
  /** What it puts on the whole invoice now and then. */
  charges?: 'delivery' | 'deposit' | 'allowance' | 'rounding'
}

const both = ['outlet-1', 'outlet-2']
const singapore = { usual: '9', other: '0' }
const notRegistered = { usual: '0', other: '0' }
const dutch = { usual: '9', other: '21' }
const padded = (n: number, width: number) => String(n).padStart(width, '0')
const year = (date: string) => date.slice(0, 4)
const digits = (date: string) => date.replaceAll('-', '')

/** Invented companies; some names hold what tends to break software. */
export const suppliers: readonly SupplierProfile[] = [
  {
    id: 'sup-greenfold',
    name: 'Greenfold Produce Pte Ltd',
    sells: ['vegetables', 'fruit'],
    delivers: both,
    products: 46,
    share: 16,
    number: n => `INV-${padded(10412 + n, 6)}`,
    tax: singapore,
    charges: 'delivery',
  },
  {
    id: 'sup-morning',
    name: 'Morning Basket & Daughters',
    sells: ['vegetables', 'fruit', 'spices'],
    delivers: both,
    products: 34,
    share: 10,
    number: n => String(1001 + n),
    tax: notRegistered,
    charges: 'rounding',
  },
  {
    id: 'sup-tidewater',
    name: 'Tidewater Catch Seafood',
    sells: ['seafood'],
    delivers: both,
    products: 34,
    share: 11,
    number: (n, date) => `TW/${year(date)}/${padded(n + 371, 4)}`,
    tax: singapore,
  },
  {
    id: 'sup-haiwei',
    name: '海味之家 Dried Seafood',
    sells: ['seafood', 'dryGoods'],
    delivers: both,
    products: 22,
    share: 6,
    number: (n, date) => `${digits(date)}-${padded(n + 1, 2)}`,
    tax: notRegistered,
  },
  {
    id: 'sup-marrow',
    name: 'Marrow + Rind Butchers',
    sells: ['meat'],
    delivers: both,
    products: 32,
    share: 10,
    number: n => `MR${88120 + n * 3}`,
    tax: singapore,
    charges: 'allowance',
  },
  {
    id: 'sup-golden',
    name: 'Golden Coop Poultry',
    sells: ['poultry'],
    delivers: both,
    products: 24,
    share: 8,
    number: n => String(1001 + n),
    tax: singapore,
  },
  {
    id: 'sup-sunny',
    name: 'Sunny Side 🍳 Eggs',
    sells: ['dairy'],
    delivers: both,
    products: 12,
    share: 5,
    number: n => `#${4400 + n}`,
    tax: notRegistered,
  },
  {
    id: 'sup-meadowline',
    name: 'Meadowline Dairy',
    sells: ['dairy'],
    delivers: both,
    products: 28,
    share: 9,
    number: n => `ML-A${padded(n + 960, 5)}`,
    tax: singapore,
  },
  {
    id: 'sup-northgate',
    name: 'Northgate Dry Goods',
    sells: ['dryGoods', 'oils', 'spices'],
    delivers: both,
    products: 44,
    share: 13,
    number: n => `SO ${20455 + n}`,
    tax: singapore,
  },
  {
    id: 'sup-mill',
    name: '“Old Mill” Bakery',
    sells: ['bakery'],
    delivers: both,
    products: 20,
    share: 6,
    number: n => `OM.${padded(n + 77, 4)}.1`,
    tax: singapore,
    pricesIncludeTax: true,
  },
  {
    id: 'sup-cask',
    name: 'Cask <&> Kettle Beverages',
    sells: ['beverages'],
    delivers: both,
    products: 28,
    share: 8,
    number: n => `CK-${padded(n + 2210, 5)}`,
    tax: singapore,
    charges: 'deposit',
  },
  {
    id: 'sup-oasis',
    name: 'مخازن الواحة Oasis Stores',
    sells: ['dryGoods', 'spices', 'oils'],
    delivers: both,
    products: 24,
    share: 5,
    number: (n, date) => `${padded(n + 1, 3)}/${date.slice(5, 7)}/${date.slice(2, 4)}`,
    tax: singapore,
  },
  {
    id: 'sup-brightwell',
    name: 'Brightwell Kitchen Supply',
    sells: ['smallwares', 'cleaning'],
    delivers: both,
    products: 26,
    share: 4,
    number: n => `BKS${padded(n + 5001, 7)}`,
    tax: singapore,
  },
  {
    id: 'sup-garde',
    name: 'De Gouden Garde Groothandel',
    sells: ['vegetables', 'dryGoods', 'oils', 'beverages'],
    delivers: ['outlet-3'],
    products: 30,
    share: 6,
    number: (n, date) => `F${year(date)}.${padded(n + 118, 4)}`,
    tax: dutch,
    charges: 'deposit',
  },
  {
    id: 'sup-polder',
    name: 'Polderland Zuivel',
    sells: ['dairy'],
    delivers: ['outlet-3'],
    products: 16,
    share: 4,
    number: n => `${730200 + n}`,
    tax: dutch,
  },
]
