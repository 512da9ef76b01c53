import type { Stamp } from '../books/stamp.ts'
import { wireTime } from '../rules/wire-date.ts'

/** An object as the wire carries it. */
export type Wire = Record<string, unknown>

/** What every object of the wire begins with. */
export function head(object: Stamp & { id: string }): Wire {
  return {
    domain: 'QBO',
    sparse: false,
    Id: object.id,
    SyncToken: String(object.syncToken),
    MetaData: {
      CreateTime: wireTime(object.createdAt),
      LastUpdatedTime: wireTime(object.updatedAt),
    },
  }
}

/** A reference by id with the name it is shown by. */
export function ref(id: string, name?: string): Wire {
  return name === undefined ? { value: id } : { value: id, name }
}

/** The wire leaves out what has no value. */
export function withoutEmpty(object: Wire): Wire {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}
