import type { IntuitType, IntuitTypes, JsonForm, Place } from './intuit-types.ts'

/** A value as Intuit's schemas can judge it, and what they cannot: how it was written in JSON. */
export interface AsXml {
  xml: string
  problems: string[]
}

const namespace = 'http://schema.intuit.com/finance/v3'

/**
 * Writes JSON of QuickBooks as the XML that means the same: elements in the order of the schemas, `{value, name}`
 * as `<X name="…">value</X>`. What the schemas do not know is written last, so that they refuse it by its name.
 * @throws where the schemas have no such type
 */
export function toXml(types: IntuitTypes, root: string, type: string, value: unknown): AsXml {
  const problems: string[] = []
  const xml = element(root, type, value, root, ` xmlns="${namespace}"`)
  return { xml, problems }

  function element(name: string, typeName: string, given: unknown, at: string, more = ''): string {
    const type = types.get(typeName)
    if (!type) throw new Error(`The schemas know no type ${typeName}`)
    if (type.kind === 'text') return `<${name}${more}>${text(given, type.form, at)}</${name}>`
    if (!isObject(given)) {
      problems.push(`${at} is ${written(given)}, not an object`)
      return `<${name}${more}>${escaped(String(given))}</${name}>`
    }
    const inner = type.kind === 'labelled' ? ['value'] : type.elements.map(place => place.name)
    const attributes = type.attributes
      .filter(place => place.name in given && !inner.includes(place.name))
      .map(place => attribute(place, given[place.name], at))
      .join('')
    const known = new Set([...inner, ...type.attributes.map(place => place.name)])
    const unknown = Object.entries(given)
      .filter(([key]) => !known.has(key))
      .map(([key, one]) => `<${key}>${escaped(String(one))}</${key}>`)
      .join('')
    return `<${name}${more}${attributes}>${content(type, given, at)}${unknown}</${name}>`
  }

  function content(
    type: Exclude<IntuitType, { kind: 'text' }>,
    given: Record<string, unknown>,
    at: string,
  ): string {
    if (type.kind === 'labelled') return text(given.value, type.form, `${at}.value`)
    return type.elements
      .map(place => (place.name in given ? elements(place, given[place.name], at) : ''))
      .join('')
  }

  function elements({ name, type, many }: Place, given: unknown, at: string): string {
    const here = `${at}.${name}`
    if (!many) return element(name, type, given, here)
    if (!Array.isArray(given)) {
      problems.push(`${here} is ${written(given)}, not a list`)
      return element(name, type, given, here)
    }
    return given.map((one, index) => element(name, type, one, `${here}[${index}]`)).join('')
  }

  function attribute({ name, type }: Place, given: unknown, at: string): string {
    const known = types.get(type)
    return ` ${name}="${text(given, known?.kind === 'text' ? known.form : 'string', `${at}.${name}`)}"`
  }

  function text(given: unknown, form: JsonForm, at: string): string {
    if (typeof given !== form) problems.push(`${at} is ${written(given)}, not a ${form}`)
    return escaped(String(given))
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function written(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function escaped(text: string): string {
  return text.replace(/[<>&"\n\t]/g, found => `&#${found.charCodeAt(0)};`)
}
