import { isObject, type JsonObject } from './feed-fields.ts'

/** An object of an answer, and the name of the container that holds it. */
export interface Placed {
  object: JsonObject
  under: string
}

const mostObjects = 100_000
const deepest = 8

/**
 * All objects of an answer, outer ones first. Bounded: of an answer that is larger or deeper the rest is left
 * unread, and `complete` is false.
 */
export function objectsOf(json: unknown): { objects: Placed[]; complete: boolean } {
  const objects: Placed[] = []
  let complete = true
  let level: { value: unknown; under: string }[] = [{ value: json, under: '' }]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return { objects, complete: false }
    const next: typeof level = []
    for (const { value, under } of level) {
      if (Array.isArray(value)) {
        for (const member of value) next.push({ value: member, under })
      } else if (isObject(value)) {
        if (objects.length >= mostObjects) {
          complete = false
          break
        }
        objects.push({ object: value, under })
        for (const [key, member] of Object.entries(value)) {
          if (typeof member === 'object' && member !== null) next.push({ value: member, under: key })
        }
      }
    }
    level = next
  }
  return { objects, complete }
}
