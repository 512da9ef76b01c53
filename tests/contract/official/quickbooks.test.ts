import { expect, inject, test } from 'vitest'
import { contractsFolder } from './contracts-folder.ts'
import { type Finding, report } from './findings.ts'
import { checkQuickbooks } from './quickbooks/check-quickbooks.ts'
import { readIntuitSchemas } from './quickbooks/intuit-schemas.ts'
import type { Exchange } from './recording/exchange.ts'
import { judgeRun } from './recording/judge-run.ts'
import { isOurs, readRecordings } from './recording/recordings.ts'
import { testFiles } from './test-files.ts'

const folder = contractsFolder('qbo')
const recording = inject('recording')
const exchanges = readRecordings(recording.folder, 'quickbooks')
const judged = judgeRun(recording, testFiles(), exchanges, ['tests/contract/', 'tests/sandbox/quickbooks/'])

const isToken = ({ path }: Exchange) => !path.startsWith('/v3/')

const checks: [what: string, side: Finding['side'], belongs: (exchange: Exchange) => boolean][] = [
  ['every request of our server to QuickBooks', 'request', one => isOurs(one) && !isToken(one)],
  ['every request of our server to Intuit for tokens', 'request', one => isOurs(one) && isToken(one)],
  ['every answer of the sandbox for QuickBooks', 'answer', one => !isToken(one)],
  ['every answer of the sandbox about tokens', 'answer', isToken],
]

test('a run of all tests has recorded some of each source', ({ skip }) => {
  if (judged.what === 'skip') skip(judged.why)
  expect(judged.what === 'fail' ? judged.why : '').toBe('')
})

test.for(checks)('%s is sound', ([, side, belongs], { skip }) => {
  if (folder === null) skip('there is no folder “qbo”, neither in CONTRACTS_DIR nor in a shared/data')
  if (judged.what === 'skip') skip(judged.why)
  const schemas = readIntuitSchemas(folder ?? '')
  const findings = exchanges.filter(belongs).flatMap(exchange => checkQuickbooks(schemas, exchange))
  expect(report(findings.filter(finding => finding.side === side))).toBe('')
})
