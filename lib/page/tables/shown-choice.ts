import { shownText } from '../shown-text.ts'

/**
 * What is chosen in a field within an element: of a select the option, of a field what is typed, of a made-up combobox
 * what it shows. Empty where nothing is (an option without a value only asks for a choice); null where no field is.
 */
export function shownChoice(element: Element): string | null {
  const field = element.matches(fields) ? element : element.querySelector(fields)
  if (field instanceof HTMLSelectElement) {
    const [option] = field.selectedOptions
    return option && option.value !== '' ? shownText(option) : ''
  }
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value.trim()
  return field && shownText(field)
}

const fields =
  'select, input:not([type="checkbox"], [type="radio"], [type="hidden"]), textarea, [role="combobox"]'
