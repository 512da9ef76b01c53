/**
 * Looks at the settings of a server and says in words what is wrong:
 *
 *     npm run doctor [-- --live] [-- --json]
 *
 * `--live` tries each connection at its ledger too; `--json` prints one JSON document. Ends with 0 if nothing
 * failed.
 */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { examine, isSound } from './examine.ts'
import { report } from './report.ts'

try {
  const { values } = parseArgs({ options: { live: { type: 'boolean' }, json: { type: 'boolean' } } })
  const findings = await examine(readConfig(process.env), { live: values.live ?? false })
  const sound = isSound(findings)
  console.log(values.json ? JSON.stringify({ ok: sound, findings }, null, 2) : report(findings))
  process.exitCode = sound ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
