import { ProblemError, UnreachableError } from '#lib/api/client.ts'
import { isStorageFull } from '#lib/store/trouble.ts'
import { say } from '#lib/words/say.ts'

/** A request cannot be done, for a reason that the person who clicked understands. */
export class Refusal extends Error {}

/** An error as one sentence for the person who clicked. */
export function inPlainWords(error: unknown): string {
  if (error instanceof Refusal) return error.message
  if (error instanceof ProblemError) {
    return error.problem.code === 'not-signed-in' ? say('refused.not-signed-in') : error.message
  }
  if (error instanceof UnreachableError) {
    return say('refused.unreachable')
  }
  if (isStorageFull(error)) {
    return say('refused.storage-full')
  }
  return say('refused.unexpected', { error: error instanceof Error ? error.message : String(error) })
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
