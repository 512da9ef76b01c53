/** What every object carries: how often it was changed, and when. */
export type Stamp = { syncToken: number; createdAt: Date; updatedAt: Date }

/** The stamp of an object made at this moment. */
export function stamped(now: Date): Stamp {
  return { syncToken: 0, createdAt: now, updatedAt: now }
}

/** Counts a change of the object. */
export function touch(object: Stamp, now: Date): void {
  object.syncToken += 1
  object.updatedAt = now
}
