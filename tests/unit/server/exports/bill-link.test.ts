import { expect, test } from 'vitest'
import { billLink } from '#server/exports/bill-link.ts'

test('names outlet and invoice by their ids', () => {
  expect(billLink('https://clouds.example', 'outlet-1', 'inv_42')).toBe(
    'https://clouds.example/go/outlet-1/inv_42',
  )
})

test.each(['Nº 7 / a', '発注-1', '../..', 'x'.repeat(255), '<b>'])(
  'needs no escaping for an id like %s, and tells it from others',
  id => {
    const link = billLink('https://clouds.example', 'outlet-1', id)
    expect(new URL(link).href).toBe(link)
    expect(link).toMatch(/\/go\/outlet-1\/[\w-]{43}$/)
    expect(link).not.toBe(billLink('https://clouds.example', 'outlet-1', `${id}!`))
  },
)
