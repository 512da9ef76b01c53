import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { stopApps } from '#tests/unit/background/an-app.ts'
import { type QuickbooksServer, quickbooksServer } from '../server/quickbooks-server.ts'
import { type Kitchen, openKitchen } from './kitchen.ts'
import { type QuickbooksBooks, quickbooksBooks } from './quickbooks-books.ts'

/* Rows of facts/errors.md that our own care prevents or that need a company of another kind: told in QuickBooks's words. */

let at: QuickbooksServer
let kitchen: Kitchen
let books: QuickbooksBooks

beforeAll(async () => {
  at = await quickbooksServer()
  books = await quickbooksBooks(at)
}, 60_000)
afterAll(() => at?.close())
beforeEach(async () => {
  await books.control('DELETE', '/faults')
  kitchen = await openKitchen(at, 'quickbooks')
})
afterEach(stopApps)

it.each([
  [
    18,
    'number-used',
    '6140',
    'Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=Q is assigned to TxnType=Bill with TxnId=999999',
  ],
  [21, 'name-taken', '6240', 'Duplicate Name Exists Error : The name supplied already exists. : null'],
  [
    22,
    'payables-currency',
    '6000',
    'A business validation error has occurred while processing your request : The transaction must use the same currency as the Accounts Payable account.',
  ],
  [
    23,
    'payables-on-line',
    '6000',
    "A business validation error has occurred while processing your request : You can't use an Accounts Payable account on the detail portion of a Bill.",
  ],
  [
    25,
    'subscription-ended',
    '6190',
    'Invalid Company Status : Subscription period has ended or canceled or there was a billing problem',
  ],
  [
    26,
    'number-too-long',
    '6000',
    'A business validation error has occurred while processing your request : more than 21 characters in doc_num',
  ],
])('%i: %s is told by its own words, put right there and tried again', async (row, code, fault, words) => {
  const number = `Q${row}`
  await books.refuses(fault, words)
  await kitchen.sees(number)
  await kitchen.clicks(number, 'export')
  await kitchen.fails(number, code)
  await kitchen.clicks(number, 'retry')
  await kitchen.isExported(number)
  expect(await books.standing(number)).toEqual([number])
})
