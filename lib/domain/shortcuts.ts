import { z } from 'zod'

/** What can be done on the Invoices page by a key. */
export const ShortcutAction = z.enum(['help', 'next', 'previous', 'bar', 'export-all', 'assign', 'retry'])
export type ShortcutAction = z.infer<typeof ShortcutAction>

/** Keys as they are written: `Alt+Shift+E`, `?`. */
export const Combo = z.string().regex(/^(?:(?:Ctrl|Alt|Shift|Meta)\+)*[^\s+]{1,20}$/)

/** The keys of each action; null for none. */
export const Shortcuts = z.record(ShortcutAction, Combo.nullable())
export type Shortcuts = z.infer<typeof Shortcuts>

/** With Alt, because letters alone belong to the page; none that Chromium, Edge or Firefox keep for themselves. */
export const defaultShortcuts: Shortcuts = {
  help: '?',
  next: 'Alt+J',
  previous: 'Alt+K',
  bar: 'Alt+C',
  'export-all': 'Alt+Shift+E',
  assign: 'Alt+Shift+G',
  retry: 'Alt+Shift+R',
}
