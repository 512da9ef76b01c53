import { describe, expect, it } from 'vitest'
import { catalogue, failureEntry, recogniseFailure } from '#lib/domain/failures/catalogue.ts'
import { failureWords } from '#lib/domain/failures/words.ts'
import { say } from '#lib/words/say.ts'

/** The texts that facts/xero.md and facts/errors.md quote. */
const texts: [text: string, code: string][] = [
  ['Invoice not of valid status for modification', 'invalid-modification'],
  ['This document cannot be edited as it has a payment or credit note allocated to it.', 'payment-allocated'],
  ["Account code '310' has been archived, or deleted", 'account-archived'],
  ["Account code '610' is not a valid code for this document", 'account-not-valid'],
  ["The TaxType code 'INPUT' cannot be used with account code '630'.", 'tax-not-allowed'],
  ['Account code or ID must be specified', 'account-missing'],
  ['Tax rate must be Active', 'tax-rate-inactive'],
  [
    'The specified contact details matched an archived contact. Archived contacts cannot currently be edited via the API.',
    'contact-archived',
  ],
  ['The contact name Green Valley is already assigned to another contact', 'contact-not-found'],
  [
    'The document date cannot be before the end of year lock date, currently set at 31-Jul-2013',
    'period-locked',
  ],
  ['Organisation is not subscribed to currency USD', 'currency-not-enabled'],
  ['The line total 1.00 does not match the expected line total 100.00', 'line-total'],
  ['invalid_grant', 'connection-lost'],
  ['something nobody has seen', 'unknown'],
]

describe('the catalogue of failures', () => {
  it.each(texts)('knows “%s”', (text, code) => {
    expect(recogniseFailure('xero', text).code).toBe(code)
  })

  it('has one entry a code, each with a title, an explanation and a source', () => {
    expect(new Set(catalogue.map(entry => entry.code)).size).toBe(catalogue.length)
    for (const { code, source } of catalogue) {
      const { title, says } = failureWords(code, say)
      expect([title, says]).not.toEqual([`failure.${code}.title`, `failure.${code}.says`])
      expect(source).not.toBe('')
    }
  })

  it('shows an unknown code honestly instead of failing', () => {
    expect(failureEntry('from-a-later-version').code).toBe('unknown')
  })
})
