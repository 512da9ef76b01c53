import Big from 'big.js'
import { createXeroLedger } from '#server/ledger/xero/xero-ledger.ts'
import { readXeroLists } from '#server/ledger/xero/xero-lists.ts'
import { moneyProperties } from './money.ts'
import { xeroStage } from './xero-stage.ts'

interface Booked {
  number: string
  subTotal: string
  total: string
  lines: { taxType: string; taxAmount: string }[]
}

moneyProperties('Xero', async () => {
  const { sandbox, organisation, tenant } = await xeroStage({}, 'Canal')
  // Two decimals of every currency are kept, as Xero does: of dinars only what has no thousandths can be posted.
  sandbox.organisation('Canal').currencies.push('JPY', 'KWD')
  const lists = await readXeroLists(organisation)
  const rateOf = new Map(lists.taxRates.map(({ code, rate }) => [code, String(rate)]))
  return {
    kind: 'xero',
    ledger: createXeroLedger(organisation),
    lists,
    currencies: [
      { code: 'EUR', decimals: 2 },
      { code: 'SEK', decimals: 2 },
      { code: 'JPY', decimals: 0 },
      { code: 'KWD', decimals: 2 },
    ],
    rates: ['0', '9', '21', '25'],
    booked: async () => {
      const answer = await sandbox.control('GET', `/organisations/${tenant}/bills`)
      const { bills } = (await answer.json()) as { bills: Booked[] }
      return new Map(
        bills.map(({ number, subTotal, total, lines }) => {
          const taxes = new Map<string, Big>()
          for (const { taxType, taxAmount } of lines) {
            const rate = rateOf.get(taxType) ?? taxType
            taxes.set(rate, (taxes.get(rate) ?? new Big(0)).plus(taxAmount))
          }
          const paid = [...taxes].filter(([, tax]) => !tax.eq(0)).map(([rate, tax]) => [rate, tax.toFixed()])
          const plain = (amount: string) => new Big(amount).toFixed()
          return [number, { net: plain(subTotal), total: plain(total), taxes: Object.fromEntries(paid) }]
        }),
      )
    },
    close: () => sandbox.close(),
  }
})
