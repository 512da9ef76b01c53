import Big from 'big.js'
import type { Company } from '#sandbox/quickbooks/books/company.ts'
import { createQuickbooksLedger } from '#server/ledger/quickbooks/quickbooks-ledger.ts'
import { found } from '#tests/sandbox/quickbooks/running-sandbox.ts'
import { moneyProperties } from './money.ts'
import { controlled, type QuickbooksStage, quickbooksStage } from './quickbooks-stage.ts'

interface Booked {
  number: string
  subTotal: string
  total: string
  taxLines: { percent: number; amount: string }[]
}

/** Lets the company deal in a currency, with an account of its own for what is owed in it. */
function dealIn(books: Company, code: string): void {
  const currency = found(books.currencies[0])
  const payable = found(books.accounts.find(one => one.type === 'Accounts Payable'))
  books.currencies.push({ ...currency, id: `9${code}`, code, name: code })
  const id = String(9000 + books.accounts.length)
  books.accounts.push({ ...payable, id, number: id, name: `Accounts Payable ${code}`, currency: code })
}

/** What the books hold of each bill, by the sandbox's own account of it. */
async function bookedIn({ sandbox, books }: QuickbooksStage) {
  const path = `/companies/${books.realmId}/bills`
  const { bills } = (await controlled(sandbox, 'GET', path)) as { bills: Booked[] }
  const plain = (amount: string) => new Big(amount).toFixed()
  return new Map(
    bills.map(({ number, subTotal, total, taxLines }) => {
      const taxes = taxLines
        .filter(({ amount }) => !new Big(amount).eq(0))
        .map(({ percent, amount }) => [String(percent), plain(amount)])
      return [number, { net: plain(subTotal), total: plain(total), taxes: Object.fromEntries(taxes) }]
    }),
  )
}

moneyProperties('QuickBooks Online', async () => {
  const stage = await quickbooksStage({}, 'Canal')
  for (const code of ['JPY', 'KWD']) dealIn(stage.books, code)
  const ledger = createQuickbooksLedger(stage.company)
  return {
    kind: 'quickbooks',
    ledger,
    lists: await ledger.lists(),
    currencies: [
      { code: 'EUR', decimals: 2 },
      { code: 'SEK', decimals: 2 },
      { code: 'JPY', decimals: 0 },
      { code: 'KWD', decimals: 2 },
    ],
    rates: ['0', '9', '21', '25'],
    booked: () => bookedIn(stage),
    close: () => stage.sandbox.close(),
  }
})

moneyProperties(
  'QuickBooks Online in the US, where tax becomes part of the lines',
  async () => {
    const stage = await quickbooksStage({}, 'Bayside')
    const ledger = createQuickbooksLedger(stage.company)
    return {
      kind: 'quickbooks',
      ledger,
      lists: await ledger.lists(),
      currencies: [{ code: 'USD', decimals: 2 }],
      rates: ['0', '8.875', '6'],
      expected: ({ total }) => ({ net: total, total, taxes: {} }),
      booked: () => bookedIn(stage),
      close: () => stage.sandbox.close(),
    }
  },
  { ubl: false },
)
