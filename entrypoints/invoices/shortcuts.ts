import type { ShortcutAction, Shortcuts } from '#lib/domain/shortcuts.ts'
import { comboOf } from '#lib/overlay/key-combo.ts'
import type { Layer } from '#lib/overlay/layer.ts'
import type { Marks } from '#lib/overlay/marks.ts'

const typed = 'input, textarea, select, [contenteditable], [role="textbox"], [role="combobox"]'

export interface ShortcutListening {
  shortcuts: Shortcuts
  layer: Layer
  marks: Marks
  /** Does an action; gives whether there was anything to do. */
  act(action: ShortcutAction): boolean
}

/**
 * Does what the pressed keys stand for, never while a person types, and on the page's own elements only where the
 * page has not made use of the keys itself.
 */
export function listenToShortcuts(
  { shortcuts, layer, marks, act }: ShortcutListening,
  signal: AbortSignal,
): void {
  const actions = new Map(
    Object.entries(shortcuts).map(([action, combo]) => [combo, action as ShortcutAction]),
  )

  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isTyped(event)) return
    const action = actions.get(comboOf(event))
    if (action && act(action)) event.preventDefault()
  }
  const isOurs = (event: Event) => event.target === layer.host || marks.of(event) !== undefined
  const isTyped = (event: Event) => {
    const target = event.target === layer.host ? layer.focused() : event.composedPath()[0]
    return target instanceof Element && target.matches(typed)
  }
  // Keys pressed on what is ours do not reach the page, nor what listens after it.
  document.addEventListener('keydown', event => isOurs(event) && press(event), { capture: true, signal })
  document.addEventListener('keydown', event => !isOurs(event) && press(event), { signal })
}
