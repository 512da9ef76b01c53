import type { Notices } from '#lib/messages.ts'

/**
 * Presses the page's own cloud as a person does: a click exports a ready invoice, a double-click opens the
 * details of a failed one with its retry (facts of Foodrazor's help article). Only ever after a person's click.
 */
export function pressControl(control: HTMLElement, action: Notices['press-control']['action']): void {
  control.scrollIntoView({ block: 'nearest' })
  control.click()
  if (action === 'export') return
  control.click()
  control.dispatchEvent(
    new MouseEvent('dblclick', { bubbles: true, cancelable: true, composed: true, detail: 2 }),
  )
}
