import { expect, test } from 'vitest'
import { faultsOf, faultText, isTrouble } from '#server/ledger/quickbooks/faults.ts'

const ledger = {
  Fault: {
    Error: [
      { Message: 'Stale Object Error', Detail: 'Stale Object Error : You and …', code: '5010', element: '' },
    ],
    type: 'ValidationFault',
  },
  time: '2026-11-20T08:00:00.000-08:00',
}
const gateway = {
  warnings: null,
  fault: {
    error: [
      {
        message: 'message=AuthenticationFailed; errorCode=003200; statusCode=401',
        detail: 'Token expired',
        code: '003200',
      },
    ],
    type: 'AUTHENTICATION',
  },
}

test('reads a fault of the ledger and one of the gateway before it', () => {
  expect(faultsOf(ledger)).toMatchObject([{ code: '5010', type: 'ValidationFault' }])
  expect(faultsOf(gateway)).toMatchObject([{ code: '3200', detail: 'Token expired', type: 'AUTHENTICATION' }])
  for (const other of [undefined, null, 'Fault', { Bill: {} }, { Fault: 'none' }])
    expect(faultsOf(other)).toEqual([])
})

test('begins a stored text with the code, and says nothing twice', () => {
  expect(faultText(faultsOf(ledger))).toBe('5010 Stale Object Error : You and …')
  expect(faultText(faultsOf(gateway))).toMatch(/^3200 message=.* : Token expired$/)
  expect(faultText([])).toBe('QuickBooks refused it without saying why')
})

test('tells QuickBooks’s own trouble from a refusal', () => {
  const system = {
    Fault: { Error: [{ Message: 'An application error has occurred', code: 10000 }], type: 'SystemFault' },
  }
  expect([ledger, gateway, system].map(body => isTrouble(faultsOf(body)))).toEqual([false, false, true])
})
