import type { FeedField, Profile } from './profile.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** `invoice_no`, `InvoiceNo` and `invoice-no` are one name. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads the fields of the page's JSON by the names that the profile gives them. */
export interface FieldReader {
  /** The value of the first name that the object bears with a value; null if it bears one without; else undefined. */
  field(object: JsonObject, field: FeedField): unknown
  /** Whether it bears such a name at all. */
  has(object: JsonObject, field: FeedField): boolean
  /** Text, a number as text; undefined for anything else. */
  text(object: JsonObject, field: FeedField): string | undefined
  /** A decimal as text, `-12.50`; a number is taken to six decimals. Undefined for what is none. */
  decimal(object: JsonObject, field: FeedField): string | undefined
  /** A thing with id and name, be it `{ supplier: { id, name } }`, `{ supplierId, supplierName }` or a bare name. */
  thing(object: JsonObject, field: FeedField): { id: string; name: string } | undefined
}

export function fieldReader(fields: Profile['feed']['fields']): FieldReader {
  const names = new Map(
    Object.entries(fields).map(([field, given]) => [field as FeedField, given.map(plainName)]),
  )
  const plain = new WeakMap<JsonObject, Map<string, unknown>>()
  const byName = (object: JsonObject) => {
    const known = plain.get(object)
    if (known) return known
    const made = new Map(Object.entries(object).map(([key, value]) => [plainName(key), value]))
    plain.set(object, made)
    return made
  }
  const namesOf = (field: FeedField) => names.get(field) ?? []

  const reader: FieldReader = {
    field(object, field) {
      const values = byName(object)
      const borne = namesOf(field).filter(name => values.has(name))
      if (borne.length === 0) return undefined
      for (const name of borne) {
        const value = values.get(name)
        if (value !== null && value !== undefined && value !== '') return value
      }
      return null
    },
    has: (object, field) => namesOf(field).some(name => byName(object).has(name)),
    text: (object, field) => textOf(reader.field(object, field)),
    decimal: (object, field) => decimalOf(reader.field(object, field)),
    thing(object, field) {
      const value = reader.field(object, field)
      if (isObject(value)) {
        const name = reader.text(value, 'name')
        return name === undefined ? undefined : { id: reader.text(value, 'id') ?? name, name }
      }
      const values = byName(object)
      const suffixed = (suffix: string) => {
        for (const name of namesOf(field)) {
          const text = textOf(values.get(`${name}${suffix}`))
          if (text !== undefined) return text
        }
        return undefined
      }
      const name = suffixed('name') ?? textOf(value)
      return name === undefined ? undefined : { id: suffixed('id') ?? name, name }
    },
  }
  return reader
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string' && value !== '') return value
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined
}

function decimalOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e12) {
    return value.toFixed(6).replace(/\.?0+$/, '')
  }
  if (typeof value !== 'string') return undefined
  const text = value.trim().replace(/\s*%$/, '')
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(text) ? text : undefined
}
