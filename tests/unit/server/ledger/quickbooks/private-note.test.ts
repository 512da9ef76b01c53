import { expect, test } from 'vitest'
import { docNumber } from '#server/ledger/quickbooks/doc-number.ts'
import { bearsLink, fullNumber, privateNote } from '#server/ledger/quickbooks/private-note.ts'

const link = 'https://clouds.example/go/outlet-1/invoice-1'
const long = 'INVOICE-2026-SINGAPORE-000001234'

test('bears our link, and the number only where it had to be shortened', () => {
  expect(privateNote(link, 'INV-1')).toBe(`Exported by Clearcloud: ${link}`)
  expect(privateNote(link, long)).toBe(`Exported by Clearcloud: ${link}\nFull number: ${long}`)
})

test('keeps what a person wrote, once, and replaces what is ours', () => {
  const before = privateNote('https://old.example/go/1/2', long, 'Ask Robin about the deposit')
  expect(privateNote(link, 'INV-1', before)).toBe(
    `Exported by Clearcloud: ${link}\nAsk Robin about the deposit`,
  )
})

test('knows its link, and not one that only begins alike', () => {
  expect(bearsLink(privateNote(link, long, 'see also'), link)).toBe(true)
  expect(bearsLink(privateNote(`${link}0`, long), link)).toBe(false)
  expect(bearsLink(null, link)).toBe(false)
})

test('gives the full number back, unless the bill was given another one since', () => {
  expect(fullNumber(docNumber(long), privateNote(link, long))).toBe(long)
  expect(fullNumber('INV-2', privateNote(link, long))).toBe('INV-2')
  expect(fullNumber('INV-2', undefined)).toBe('INV-2')
})
