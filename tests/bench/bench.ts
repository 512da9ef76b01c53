/**
 * The speed that was promised, as ratios and counts: `npm run bench [name …] [-- --json]`.
 * Exits with 1 if a figure misses its limit, with 2 if a bench could not be run.
 */
import { parseArgs } from 'node:util'
import { contentScript } from './content-script.ts'
import { hover } from './hover.ts'
import { ledgerCalls } from './ledger-calls.ts'
import { type Bench, holds } from './measure.ts'
import { page } from './page.ts'
import { reassess } from './reassess.ts'
import { rows } from './rows.ts'

const benches: readonly Bench[] = [contentScript, rows, page, hover, ledgerCalls, reassess]

async function main(names: readonly string[], json: boolean): Promise<number> {
  const unknown = names.filter(name => benches.every(bench => bench.name !== name))
  if (unknown.length > 0) {
    throw new Error(
      `There is no bench ${unknown.join(', ')}. There are: ${benches.map(({ name }) => name).join(', ')}`,
    )
  }
  const results = []
  for (const bench of benches) {
    if (names.length > 0 && !names.includes(bench.name)) continue
    if (!json) console.log(`\n${bench.name}: ${bench.says}`)
    const measures = (await bench.run()).map(measure => ({ ...measure, holds: holds(measure) }))
    results.push({ name: bench.name, measures })
    if (json) continue
    for (const { what, value, limit, unit, holds, beside } of measures) {
      console.log(
        `  ${holds ? 'holds ' : 'MISSES'} ${what}: ${round(value)} ${unit} (at most ${round(limit)}${beside === undefined ? '' : `; the plain approach ${round(beside)}`})`,
      )
    }
  }
  const ok = results.every(({ measures }) => measures.every(measure => measure.holds))
  if (json) console.log(JSON.stringify({ ok, benches: results }))
  return ok ? 0 : 1
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

try {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  process.exitCode = await main(positionals, values.json)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
