import { describe, expect, it } from 'vitest'
import { worth } from '#lib/store/queries/worth.ts'
import { aDetail, anInvoice } from '#tests/builders/invoice.ts'

describe('what invoices come to', () => {
  it('never adds up across currencies', () => {
    const invoices = [
      anInvoice({ total: '10.10', currency: 'SGD' }),
      anInvoice({ total: '0.20', currency: 'SGD' }),
      anInvoice({ total: '7.00', currency: 'EUR' }),
    ]
    expect(worth(invoices)).toEqual([
      { currency: 'SGD', total: '10.30' },
      { currency: 'EUR', total: '7.00' },
    ])
  })

  it.each(['4.00', '-4.00'])('takes a credit note off, also where it prints %s', total => {
    const credit = anInvoice({ total, detail: aDetail({ document: 'credit-note', total }) })
    expect(worth([anInvoice({ total: '10.00' }), credit])).toEqual([{ currency: 'SGD', total: '6.00' }])
  })

  it('keeps a currency without cents whole', () => {
    expect(worth([anInvoice({ total: '1200', currency: 'JPY' })])).toEqual([
      { currency: 'JPY', total: '1200' },
    ])
  })

  it('is nothing for no invoices', () => {
    expect(worth([])).toEqual([])
  })
})
