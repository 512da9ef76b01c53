import { say } from '#lib/words/say.ts'
import { element } from './element.ts'

/** A labelled native select: keyboard, screen readers and phones know it. Empty value: nothing chosen. */
export function labelledSelect(
  label: string,
  of: string,
  options: readonly { value: string; text: string }[],
): { label: HTMLLabelElement; select: HTMLSelectElement } {
  const select = element('select', { 'aria-label': `${label} ${of}`.trim() })
  fillSelect(select, options)
  return {
    label: element('label', {}, element('span', { class: 'faint clamp', dir: 'auto' }, of || label), select),
    select,
  }
}

/** Offers other options, keeping what was chosen if it is still among them. */
export function fillSelect(
  select: HTMLSelectElement,
  options: readonly { value: string; text: string }[],
): void {
  const { value } = select
  select.replaceChildren(
    element('option', { value: '' }, say('overlay.choose')),
    ...options.map(option => element('option', { value: option.value }, option.text)),
  )
  if (options.some(option => option.value === value)) select.value = value
}
