import { ProblemError, UnreachableError } from '#lib/api/client.ts'
import { isStorageFull } from '#lib/store/trouble.ts'

/** A request cannot be done, for a reason that the person who clicked understands. */
export class Refusal extends Error {}

/** An error as one sentence for the person who clicked. */
export function inPlainWords(error: unknown): string {
  if (error instanceof Refusal) return error.message
  if (error instanceof ProblemError) {
    return error.problem.code === 'not-signed-in'
      ? 'You are signed out. Sign in and try again.'
      : error.message
  }
  if (error instanceof UnreachableError) {
    return 'Our server cannot be reached just now. Nothing is lost; try again in a moment.'
  }
  if (isStorageFull(error)) {
    return 'This computer has no room left for Clearcloud’s data. Free some space and try again.'
  }
  return `Something unexpected went wrong: ${error instanceof Error ? error.message : String(error)}`
}

/** Whether the error is one that these words explain; others are reported besides. */
export function isForeseen(error: unknown): boolean {
  return (
    error instanceof Refusal ||
    error instanceof ProblemError ||
    error instanceof UnreachableError ||
    isStorageFull(error)
  )
}
