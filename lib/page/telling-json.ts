const identity = /"(?:_?id|uuid|\w+_?id)"\s*:/i
const names =
  /"(?:name|title|displayname|(?:invoice|inv|document|doc)?_?(?:no|number)|total|totalamount|grandtotal|lines|line_?items|items|details|invoice_?lines)"\s*:/i

/**
 * Whether an answer's text may tell something of invoices, products, groups or outlets: JSON in which something has an
 * id, and something a name, a number, a total or lines. Cheap, because a page's answers may be megabytes: no more than
 * a first sieve, the worker reads by the profile.
 */
export function isTelling(text: string): boolean {
  // No JSON: a page of HTML, most likely, because the session has ended.
  return /^\s*[[{]/.test(text) && identity.test(text) && names.test(text)
}
