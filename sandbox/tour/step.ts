import type { World } from './world.ts'

/** What a step saw, for the summary. */
export type Seen = Record<string, number | string>

/** One step of the guided tour. It throws where something was not seen on screen or does not stand in the ledger. */
export interface Step {
  /** For file names: `export-ready`. */
  name: string
  /** For people, beginning with a verb. */
  title: string
  play(world: World): Promise<Seen>
}

/** @throws with both values if they differ */
export function same(what: string, seen: unknown, wanted: unknown): void {
  if (JSON.stringify(seen) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: ${JSON.stringify(seen)} instead of ${JSON.stringify(wanted)}`)
  }
}
