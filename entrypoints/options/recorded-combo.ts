import { comboOf } from '#lib/overlay/key-combo.ts'

/** Keys that only change what another means. */
const modifiers = ['Alt', 'AltGraph', 'CapsLock', 'Control', 'Dead', 'Meta', 'Process', 'Shift']
/** What moves the focus, presses what has it, or leaves something: by itself never anybody's shortcut. */
const kept = /^(?:Tab|Enter|Escape| |Backspace|Delete|Arrow\w+|Home|End|Page\w+)$/

/** The keys as a shortcut is written; null while only modifiers are held, and for keys that are nobody's shortcut. */
export function recordedCombo(event: KeyboardEvent): string | null {
  const { key, altKey, ctrlKey, metaKey } = event
  if (modifiers.includes(key) || key === '+') return null
  return kept.test(key) && !altKey && !ctrlKey && !metaKey ? null : comboOf(event)
}
