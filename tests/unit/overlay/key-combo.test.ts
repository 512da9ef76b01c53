import { expect, test } from 'vitest'
import { comboOf } from '#lib/overlay/key-combo.ts'

const pressed = (key: string, code: string, ...held: ('alt' | 'ctrl' | 'meta' | 'shift')[]) => ({
  key,
  code,
  altKey: held.includes('alt'),
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
})

test.each([
  ['a character that Shift makes', pressed('?', 'Slash', 'shift'), '?'],
  ['a letter with Alt', pressed('j', 'KeyJ', 'alt'), 'Alt+J'],
  ['a letter for which a system types another character with Alt', pressed('∆', 'KeyJ', 'alt'), 'Alt+J'],
  ['a dead key', pressed('Dead', 'KeyN', 'alt'), 'Alt+N'],
  ['a letter with two', pressed('E', 'KeyE', 'alt', 'shift'), 'Alt+Shift+E'],
  ['a figure', pressed('1', 'Digit1', 'ctrl'), 'Ctrl+1'],
  ['a function key', pressed('F9', 'F9'), 'F9'],
  ['an arrow', pressed('ArrowDown', 'ArrowDown', 'alt'), 'Alt+ArrowDown'],
])('writes %s', (_, event, combo) => {
  expect(comboOf(event)).toBe(combo)
})
