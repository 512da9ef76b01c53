import type { Stamp } from '../books/stamp.ts'
import { refuse } from './refusals.ts'

/**
 * The object that a change names by `Id`, provided that the change was made from its latest state.
 * `by` tells who changed it last.
 * @throws ApiFault 2020 without id or token, 610 where it is not there, 5010 where it has moved on
 */
export function currentOf<T extends Stamp & { id: string }>(
  objects: readonly T[],
  change: { Id?: unknown; SyncToken?: unknown },
  by: (object: T) => string,
): T {
  if (change.Id === undefined) throw refuse.missing('Id')
  const found = objects.find(one => one.id === String(change.Id))
  if (!found) throw refuse.notFound()
  if (change.SyncToken === undefined) throw refuse.missing('SyncToken')
  if (String(change.SyncToken) !== String(found.syncToken)) throw refuse.stale(by(found))
  return found
}
