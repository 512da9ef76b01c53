/**
 * Chooses in a native select, its `this`, as the keyboard does; source text, to be called in a page. Takes a text, or
 * an expression's source with its flags; gives null, or the options if none fits.
 */
export const chooseOption = `function (wanted, flags) {
  const fits = text => flags === null ? text === wanted : new RegExp(wanted, flags).test(text)
  const index = [...this.options].findIndex(option => fits(option.text.trim()))
  if (index < 0) return [...this.options].map(option => option.text.trim())
  this.focus()
  this.selectedIndex = index
  this.dispatchEvent(new Event('input', { bubbles: true }))
  this.dispatchEvent(new Event('change', { bubbles: true }))
  return null
}`

/** An option's name, as `chooseOption` takes it. */
export function optionWanted(option: string | RegExp): [wanted: string, flags: string | null] {
  return typeof option === 'string' ? [option, null] : [option.source, option.flags]
}
