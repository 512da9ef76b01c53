type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/**
 * What is pressed, as shortcuts are written: `Alt+Shift+E`, `?`. Beside a modifier a letter or figure is the key
 * itself, because with Alt some systems type another character; alone, Shift is part of the character it makes.
 */
export function comboOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: Pressed): string {
  if (!altKey && !ctrlKey && !metaKey && key.length === 1) return key
  const held = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Meta'].filter(Boolean)
  return [...held, code.replace(/^(?:Key|Digit)(?=.$)/, '') || key].join('+')
}
