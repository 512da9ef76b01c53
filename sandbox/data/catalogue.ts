import type { Food } from './foods.ts'
import { nonFood, type Pack, packs } from './packs.ts'
import type { Chance } from './prng.ts'
import { type GroupKey, groups } from './product-groups.ts'
import type { Product } from './sandbox-data.ts'
import type { SupplierProfile } from './suppliers.ts'

/** A product with what its supplier's invoices need to know: its pack, its usual price in cents, its tax rate. */
export interface CatalogueProduct {
  product: Product
  group: GroupKey
  pack: Pack
  cents: number
  taxRate: string
}

/** The catalogue: what anybody orders, and what stands without a group and who orders it. */
export interface Catalogue {
  assigned: CatalogueProduct[]
  /** The seven products without a group that most of outlet-1's yellow invoices hold. */
  culprits: CatalogueProduct[]
  /** Other products without a group, by the outlet that orders them. */
  rest: Map<string, CatalogueProduct[]>
}

/** How many products of a supplier stand without a group, and who orders them. */
const ungrouped: readonly { supplier: string; count: number; outlet: string; culprit: boolean }[] = [
  { supplier: 'sup-greenfold', count: 3, outlet: 'outlet-1', culprit: true },
  { supplier: 'sup-tidewater', count: 2, outlet: 'outlet-1', culprit: true },
  { supplier: 'sup-northgate', count: 2, outlet: 'outlet-1', culprit: true },
  { supplier: 'sup-marrow', count: 2, outlet: 'outlet-1', culprit: false },
  { supplier: 'sup-oasis', count: 2, outlet: 'outlet-1', culprit: false },
  { supplier: 'sup-morning', count: 5, outlet: 'outlet-2', culprit: false },
  { supplier: 'sup-haiwei', count: 4, outlet: 'outlet-2', culprit: false },
  { supplier: 'sup-meadowline', count: 3, outlet: 'outlet-2', culprit: false },
  { supplier: 'sup-cask', count: 2, outlet: 'outlet-2', culprit: false },
  { supplier: 'sup-garde', count: 2, outlet: 'outlet-3', culprit: false },
]

/** Names as suppliers really type them; they take the place of a food's name. */
const awkward: Readonly<Record<string, string>> = {
  'sup-greenfold': 'Spinach <baby> & "washed" – 2 × 500 g',
  'sup-oasis': 'تمر مجدول (dates, medjool)',
  'sup-haiwei': '干贝 scallops, dried 🐚',
  'sup-northgate': `Assorted pantry box: ${'rice, beans, lentils, pasta, oats, barley, '.repeat(12)}`.slice(
    0,
    500,
  ),
}

/** Builds the catalogue of all suppliers. `at`: the UTC instant that stands as each product's last change. */
export function catalogueOf(
  profiles: readonly SupplierProfile[],
  foods: readonly Food[],
  chance: Chance,
  at: string,
): Catalogue {
  const catalogue: Catalogue = { assigned: [], culprits: [], rest: new Map() }
  for (const profile of profiles) {
    const names = namesFor(profile, foods, chance)
    const products = names.map(food => catalogued(food, profile, chance, at))
    for (const plan of ungrouped.filter(({ supplier }) => supplier === profile.id)) {
      const chosen = products.splice(-plan.count).map(withoutGroup)
      if (plan.culprit) catalogue.culprits.push(...chosen)
      else catalogue.rest.set(plan.outlet, [...(catalogue.rest.get(plan.outlet) ?? []), ...chosen])
    }
    catalogue.assigned.push(...products)
  }
  return catalogue
}

function namesFor(profile: SupplierProfile, foods: readonly Food[], chance: Chance): Food[] {
  const known = foods.filter(food => profile.sells.includes(food.group))
  const others = profile.sells.flatMap(group => (nonFood[group] ?? []).map(name => ({ name, group })))
  const chosen = chance.some([...known, ...others], profile.products)
  const name = awkward[profile.id]
  const [first, ...rest] = chosen
  return name && first ? [{ ...first, name }, ...rest] : chosen
}

function catalogued(food: Food, profile: SupplierProfile, chance: Chance, at: string): CatalogueProduct {
  const pack = chance.pick(packs[food.group])
  return {
    product: {
      id: `prd_${chance.id()}`,
      name: food.name,
      sku: `${profile.id.slice(4, 7).toUpperCase()}-${chance.between(10000, 99999)}`,
      unit: pack.unit,
      supplierId: profile.id,
      productGroupId: groups[food.group].id,
      updatedAt: at,
    },
    group: food.group,
    pack,
    cents: chance.between(...pack.cents),
    taxRate: chance.happens(0.85) ? profile.tax.usual : profile.tax.other,
  }
}

function withoutGroup(item: CatalogueProduct): CatalogueProduct {
  return { ...item, product: { ...item.product, productGroupId: null } }
}
