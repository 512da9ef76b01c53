import type { ProductGroup } from './sandbox-data.ts'

const group = (id: string, name: string): ProductGroup => ({ id: `pg-${id}`, name })

export const groups = {
  vegetables: group('vegetables', 'Vegetables'),
  fruit: group('fruit', 'Fruit'),
  meat: group('meat', 'Meat'),
  poultry: group('poultry', 'Poultry'),
  seafood: group('seafood', 'Seafood'),
  dairy: group('dairy', 'Dairy & Eggs'),
  dryGoods: group('dry-goods', 'Dry Goods'),
  bakery: group('bakery', 'Bakery'),
  beverages: group('beverages', 'Beverages'),
  oils: group('oils', 'Oils & Sauces'),
  spices: group('spices', 'Herbs & Spices'),
  smallwares: group('smallwares', 'Smallwares'),
  cleaning: group('cleaning', 'Cleaning & Packaging'),
  sundries: group('sundries', 'Sundries'),
} as const

export type GroupKey = keyof typeof groups

/** The product group of a USDA food group. */
export const groupOfFood: Readonly<Record<string, GroupKey>> = {
  'Vegetables and Vegetable Products': 'vegetables',
  'Fruits and Fruit Juices': 'fruit',
  'Beef Products': 'meat',
  'Lamb, Veal, and Game Products': 'meat',
  'Pork Products': 'meat',
  'Sausages and Luncheon Meats': 'meat',
  'Poultry Products': 'poultry',
  'Finfish and Shellfish Products': 'seafood',
  'Dairy and Egg Products': 'dairy',
  'Cereal Grains and Pasta': 'dryGoods',
  'Legumes and Legume Products': 'dryGoods',
  'Nut and Seed Products': 'dryGoods',
  Sweets: 'dryGoods',
  'Baked Products': 'bakery',
  Beverages: 'beverages',
  'Fats and Oils': 'oils',
  'Soups, Sauces, and Gravies': 'oils',
  'Spices and Herbs': 'spices',
}

const words: readonly [RegExp, GroupKey][] = [
  [/patat|frites|fries|potato|chips/i, 'vegetables'],
  [/kaas|cheese|milk|melk|butter|yogh?urt|egg/i, 'dairy'],
  [/ketchup|saus|sauce|frituur|vet\b|oil/i, 'oils'],
  [/koffie|coffee|sap\b|juice|bier|beer|wine|water|statiegeld|chocolademel/i, 'beverages'],
  [/suiker|sugar|flour|rice|pasta|cookies/i, 'dryGoods'],
  [/bleek|wc papier|cleaner|detergent/i, 'cleaning'],
]

/** The group that the supplier's words suggest for a product that no catalogue knew; sundries where they do not. */
export function groupOfWords(name: string): GroupKey {
  return words.find(([pattern]) => pattern.test(name))?.[1] ?? 'sundries'
}

/** The account codes that a restaurant's integration usually maps the groups to. */
export const usualAccounts: Readonly<Record<GroupKey, string>> = {
  vegetables: '310',
  fruit: '310',
  meat: '311',
  poultry: '311',
  seafood: '312',
  dairy: '313',
  dryGoods: '314',
  bakery: '314',
  oils: '314',
  spices: '314',
  beverages: '315',
  smallwares: '320',
  cleaning: '330',
  sundries: '453',
}
