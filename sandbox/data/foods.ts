import { readFileSync } from 'node:fs'
import { type GroupKey, groupOfFood } from './product-groups.ts'

/** A food's name and the product group it belongs to. */
export interface Food {
  name: string
  group: GroupKey
}

/** The food names of foods.tsv (USDA, public domain), in the file's order. Throws on a group we do not know. */
export function readFoods(): Food[] {
  const lines = readFileSync(new URL('./foods.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.slice(2).map((line, index) => {
    const [, name, foodGroup] = line.split('\t')
    const group = groupOfFood[foodGroup ?? '']
    if (!name || !group) throw new Error(`foods.tsv, line ${index + 3}: no food with a known group`)
    return { name, group }
  })
}
