import type { GroupKey } from './product-groups.ts'

/** A pack in which a product is sold: its unit, what one costs (in cents, from and to), and how it is counted. */
export interface Pack {
  unit: string
  cents: readonly [number, number]
  counted: 'whole' | 'weighed'
}

const whole = (unit: string, from: number, to: number): Pack => ({
  unit,
  cents: [from, to],
  counted: 'whole',
})
const weighed = (unit: string, from: number, to: number): Pack => ({
  unit,
  cents: [from, to],
  counted: 'weighed',
})

/** Plausible packs and prices by product group. */
export const packs: Readonly<Record<GroupKey, readonly Pack[]>> = {
  vegetables: [
    weighed('kg', 140, 980),
    whole('5 kg bag', 690, 3200),
    whole('carton of 24', 1450, 5200),
    whole('bunch', 90, 380),
  ],
  fruit: [weighed('kg', 220, 1450), whole('carton of 12', 1200, 4600), whole('tray', 480, 2100)],
  meat: [weighed('kg', 980, 5800), whole('2 kg vacuum pack', 2200, 9800), whole('case of 6', 5400, 18000)],
  poultry: [weighed('kg', 520, 1800), whole('10 kg carton', 5200, 13500)],
  seafood: [weighed('kg', 1250, 6900), whole('1 kg block', 1400, 4800), whole('case of 10', 8800, 24000)],
  dairy: [whole('case of 12', 2400, 6800), whole('2 kg block', 1900, 5200), whole('tray of 30', 640, 1380)],
  dryGoods: [whole('5 kg bag', 780, 4200), whole('25 kg sack', 2900, 11800), whole('case of 12', 1800, 7400)],
  bakery: [whole('tray of 20', 900, 3400), whole('case of 48', 2600, 7200)],
  beverages: [whole('case of 24', 1680, 6400), whole('keg 20 l', 9800, 21500), whole('1 kg bag', 1800, 5600)],
  oils: [whole('17 kg tin', 3900, 7800), whole('case of 6 × 1 l', 2200, 8600), whole('3 l tub', 950, 2900)],
  spices: [whole('500 g jar', 620, 2900), whole('1 kg bag', 980, 4900)],
  smallwares: [whole('each', 380, 8900), whole('set of 6', 1900, 9900)],
  cleaning: [
    whole('case of 4 × 5 l', 2800, 7600),
    whole('carton of 500', 2400, 6900),
    whole('pack of 10', 690, 2500),
  ],
  sundries: [whole('each', 500, 5000)],
}

/** What is not food and so stands in no food table. */
export const nonFood: Readonly<Partial<Record<GroupKey, readonly string[]>>> = {
  smallwares: [
    'Chef’s tongs, 30 cm',
    'Sheet pan, full size',
    'Side towel, striped',
    'Mixing bowl, 5 l',
    'Digital probe thermometer',
    'Ramekin, 90 ml',
    'Ladle, 120 ml',
    'Pastry brush',
    'Cutting board, red, 45 × 30',
    'Water tumbler, 300 ml',
    'Dinner fork',
    'Squeeze bottle, 700 ml',
    'Fine sieve, 20 cm',
  ],
  cleaning: [
    'Dishwasher detergent',
    'Degreaser, kitchen',
    'Floor cleaner, lemon',
    'Takeaway box, kraft, 1000 ml',
    'Cling film, 45 cm × 300 m',
    'Nitrile gloves, blue, M',
    'Greaseproof paper',
    'Bin liner, 120 l',
    'Paper napkin, 2-ply',
    'Hand soap, unscented',
    'Sanitiser, food-safe',
    'Coffee cup lid, 80 mm',
    'Foil, 30 cm × 150 m',
  ],
}
