import { expect, test } from 'vitest'
import { flat } from '#tests/builders/catalogue.ts'
import { english } from '#tests/english.ts'

test('every text has a name that browsers take, and says something they leave as it is', () => {
  expect(english.size).toBeGreaterThan(0)
  for (const [name, text] of english) {
    expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
    expect(text.trim(), name).not.toBe('')
    // Browsers put arguments of their own in where a dollar stands.
    expect(text, name).not.toContain('$')
  }
})

test('refuses two texts of one name, of which a browser would know one alone', () => {
  expect(() => flat({ log: { assigned_one: 'It', assigned: { one: '{n}', other: '{n}' } } })).toThrow(
    'log_assigned_one is there twice',
  )
})

test('every plural has both forms that English knows', () => {
  for (const name of english.keys()) {
    const [, base] = /^(.*)_other$/.exec(name) ?? []
    if (base !== undefined) expect([...english.keys()]).toContain(`${base}_one`)
  }
})
