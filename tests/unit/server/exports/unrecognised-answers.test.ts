import { describe, expect, it } from 'vitest'
import { kindOfAnswer } from '#server/exports/unrecognised-answers.ts'

describe('an answer that nobody knows', () => {
  it.each([
    ['Bill "INV-0042" of 3 Nov 2026 is odd', 'Bill “…” of 0 Nov 0 is odd'],
    ["The contact 'Green Acre' can't be used", "The contact “…” can't be used"],
    ['Total 1,234.50 is not 1,234.51', 'Total 0 is not 0'],
    ['See 0f8fad5b-d9cb-469f-a165-70867728950e, ask someone@example.com', 'See (id), ask (address)'],
    ['  two\n lines ', 'two lines'],
  ])('%j is counted as %j', (raw, kind) => {
    expect(kindOfAnswer(raw)).toBe(kind)
  })
})
