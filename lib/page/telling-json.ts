const names =
  /^(name|title|displayname|(invoice|inv|document|doc)?_?(no|number)|total|totalamount|grandtotal)$/i
const lines = /^(lines|line_?items|items|details|invoice_?lines)$/i
const identity = /^(_?id|uuid|\w+_?id)$/i

/**
 * Whether an answer's text may tell something of invoices, products, groups or outlets: JSON that holds a list
 * of things with an id and a name, a number or a total, or a thing with lines. Cheap, and no more than a first
 * sieve: the worker reads by the profile.
 */
export function isTelling(text: string): boolean {
  try {
    return mayTell(JSON.parse(text))
  } catch {
    // No JSON: a page of HTML, most likely, because the session has ended.
    return false
  }
}

function mayTell(json: unknown, depth = 0): boolean {
  if (typeof json !== 'object' || json === null || depth > 4) return false
  if (Array.isArray(json))
    return json.slice(0, 3).some(member => isThing(member) || mayTell(member, depth + 1))
  const entries = Object.entries(json)
  if (isThing(json) && entries.some(([key, value]) => lines.test(key) && Array.isArray(value))) return true
  return entries.some(
    ([, value]) => (depth < 2 && isThing(value)) || (typeof value === 'object' && mayTell(value, depth + 1)),
  )
}

function isThing(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const keys = Object.keys(value)
  return keys.some(key => identity.test(key)) && keys.some(key => names.test(key))
}
