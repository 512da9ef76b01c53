/** One figure of a bench: a ratio, a count or a size, never a time by the clock. It holds while `value` ≤ `limit`. */
export interface Measure {
  what: string
  value: number
  limit: number
  unit: string
  /** The same figure of the approach that comes to mind first. */
  beside?: number
}

/** A bench: what it stands for, and how it is run. It throws only if it cannot be run at all. */
export interface Bench {
  name: string
  says: string
  run(): Promise<Measure[]>
}

export function holds(measure: Measure): boolean {
  return Number.isFinite(measure.value) && measure.value <= measure.limit
}
