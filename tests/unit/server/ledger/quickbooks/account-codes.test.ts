import { expect, test } from 'vitest'
import { accountCodes } from '#server/ledger/quickbooks/account-codes.ts'

test('calls an account by its number, else by its id, and no two by the same', () => {
  const accounts = [
    { Id: '7', AcctNum: '310' },
    { Id: '8' },
    { Id: '9', AcctNum: '' },
    { Id: '310', AcctNum: null },
    { Id: '11', AcctNum: '400' },
    { Id: '12', AcctNum: '400' },
  ]
  const codes = accountCodes(accounts)
  expect([...codes.values()]).toEqual(['310', '8', '9', 'id 310', '11', '12'])
  expect(new Set(codes.values()).size).toBe(accounts.length)
})
