import type { ShortcutAction, Shortcuts } from '#lib/domain/shortcuts.ts'
import { say } from '#lib/words/say.ts'
import { button, element } from './element.ts'
import { crossIcon } from './icons.ts'
import { close, type Layer, open, popover } from './layer.ts'
import { shortcutHelpStyles } from './shortcut-help-styles.ts'

/** The list of all shortcuts, in the middle of the window until it is closed. */
export interface ShortcutHelp {
  /** Shows it, or closes it where it is shown. */
  toggle(): void
  /** Gives whether it was shown. */
  hide(): boolean
}

const titleId = 'shortcuts-title'

export function createShortcutHelp(layer: Layer, shortcuts: Shortcuts, change: () => void): ShortcutHelp {
  const piece = popover({ class: 'panel shortcuts', role: 'dialog', 'aria-labelledby': titleId })
  const title = element('h2', { id: titleId, tabindex: -1 }, say('shortcuts.title'))
  const rows = Object.entries(shortcuts).flatMap(([action, combo]) =>
    combo === null
      ? []
      : [
          element('dt', {}, say(`shortcuts.${action as ShortcutAction}`)),
          element('dd', {}, ...combo.split('+').map(key => element('kbd', {}, key))),
        ],
  )
  piece.append(
    element(
      'header',
      {},
      title,
      button(crossIcon(), hide, { class: 'close', 'aria-label': say('overlay.close') }),
    ),
    element('dl', {}, ...rows),
    button(say('shortcuts.change'), change, { class: 'action' }),
  )
  layer.style(shortcutHelpStyles)
  layer.append(piece)
  let from: Element | null | undefined

  function hide(): boolean {
    if (from === undefined) return false
    close(piece)
    if (from instanceof HTMLElement) from.focus()
    from = undefined
    return true
  }
  return {
    toggle() {
      if (hide()) return
      from = document.activeElement
      open(piece)
      title.focus()
    },
    hide,
  }
}
