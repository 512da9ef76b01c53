import { expect, inject, test } from 'vitest'
import { contractsFolder } from './contracts-folder.ts'
import { type Finding, report } from './findings.ts'
import type { Exchange } from './recording/exchange.ts'
import { judgeRun } from './recording/judge-run.ts'
import { isOurs, readRecordings } from './recording/recordings.ts'
import { testFiles } from './test-files.ts'
import { checkXero, isAccounting } from './xero/check-xero.ts'
import { readXeroContracts } from './xero/xero-contracts.ts'

const folder = contractsFolder('xero')
const contracts = folder === null ? null : readXeroContracts(folder)
const recording = inject('recording')
const exchanges = readRecordings(recording.folder, 'xero')
const judged = judgeRun(recording, testFiles(), exchanges, ['tests/contract/', 'tests/sandbox/xero/'])

const checks: [what: string, side: Finding['side'], belongs: (exchange: Exchange) => boolean][] = [
  ['every request of our server to Xero', 'request', one => isOurs(one) && isAccounting(one)],
  ['every request of our server for access', 'request', one => isOurs(one) && !isAccounting(one)],
  ['every answer of the sandbox for Xero', 'answer', isAccounting],
  ['every answer of the sandbox about access', 'answer', one => !isAccounting(one)],
]

test('a run of all tests has recorded some of each source', ({ skip }) => {
  if (judged.what === 'skip') skip(judged.why)
  expect(judged.what === 'fail' ? judged.why : '').toBe('')
})

test.for(checks)('%s is sound', ([, side, belongs], { skip }) => {
  if (contracts === null)
    return skip('there is no folder “xero”, neither in CONTRACTS_DIR nor in a shared/data')
  if (judged.what === 'skip') skip(judged.why)
  const findings = exchanges.filter(belongs).flatMap(exchange => checkXero(contracts, exchange))
  expect(report(findings.filter(finding => finding.side === side))).toBe('')
})
