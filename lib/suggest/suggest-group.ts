import type { GroupId } from '../domain/ids.ts'
import type { Say } from '../domain/say.ts'
import { wordsOf } from './words-of.ts'

/** A product that has its group: what suggestions are learnt from. */
export interface Assigned {
  name: string
  groupId: GroupId
  groupName: string
}

export interface Suggestion {
  groupId: GroupId
  groupName: string
  /** For people, in their language: `like “Lettuce, iceberg”`. */
  reason: string
  /** 0 to 1: how much of what the words say speaks for this group. */
  confidence: number
}

/** Below this, a suggestion would be a guess. */
const leastConfidence = 0.55

/**
 * Learns from the products that have a group, once, and gives a function that suggests one for a name by
 * the words they share; null where nothing speaks clearly. Pure; quick enough for each row of a long list.
 */
export function createSuggester(
  assigned: readonly Assigned[],
  say: Say,
): (name: string) => Suggestion | null {
  const groups = new Map<GroupId, string>()
  /** word → group → the products of the group whose name holds it. */
  const seen = new Map<string, Map<GroupId, string[]>>()
  for (const { name, groupId, groupName } of assigned) {
    groups.set(groupId, groupName)
    for (const word of wordsOf(name)) {
      const byGroup = seen.get(word) ?? new Map<GroupId, string[]>()
      seen.set(word, byGroup)
      byGroup.set(groupId, [...(byGroup.get(groupId) ?? []).slice(0, 49), name])
    }
  }

  return name => {
    const votes = new Map<GroupId, number>()
    let all = 0
    const words = wordsOf(name)
    for (const [index, word] of words.entries()) {
      const byGroup = seen.get(word)
      if (!byGroup) continue
      const total = [...byGroup.values()].reduce((sum, names) => sum + names.length, 0)
      // A rare word tells more; the first word of a food's name mostly says what it is.
      const weight = (index === 0 ? 2 : 1) / Math.log2(2 + total)
      all += weight
      for (const [group, names] of byGroup) {
        votes.set(group, (votes.get(group) ?? 0) + (weight * names.length) / total)
      }
    }
    const [best] = [...votes].sort(([, a], [, b]) => b - a)
    if (!best) return null
    const [groupId, score] = best
    const confidence = score / all
    if (confidence < leastConfidence) return null
    const like = closest(words, seen, groupId)
    const groupName = groups.get(groupId) ?? groupId
    const reason =
      like === null ? say('suggest.like-group', { group: groupName }) : say('suggest.like', { name: like })
    return { groupId, groupName, reason, confidence }
  }
}

/** The group's product that shares most words with these. */
function closest(
  words: readonly string[],
  seen: ReadonlyMap<string, ReadonlyMap<GroupId, readonly string[]>>,
  groupId: GroupId,
): string | null {
  const shared = new Map<string, number>()
  for (const word of words) {
    for (const name of seen.get(word)?.get(groupId) ?? []) shared.set(name, (shared.get(name) ?? 0) + 1)
  }
  const [first] = [...shared].sort(([a, x], [b, y]) => y - x || a.length - b.length)
  return first?.[0] ?? null
}

/** One suggestion without keeping what was learnt; for many names use createSuggester. */
export function suggestGroup(name: string, assigned: readonly Assigned[], say: Say): Suggestion | null {
  return createSuggester(assigned, say)(name)
}
