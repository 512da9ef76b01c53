import { Column, KnownCloud, type Profile } from './profile.ts'
import type { Taught } from './taught.ts'

type Amendable = Pick<Profile, 'columns' | 'clouds'>

/**
 * A profile with what was taught. Where they disagree the person is right: a word that was taught for one column
 * or status stands for no other any more. Of colours the narrower patch counts (`judgeCloud`), and a taught one is narrow.
 */
export function amend<P extends Amendable>(profile: P, taught: Taught | null): P {
  if (!taught) return profile
  const columns = { ...profile.columns }
  for (const column of Column.options) {
    columns[column] = withOwn(columns[column], taught.columns[column], Object.values(taught.columns).flat())
  }
  const clouds = { ...profile.clouds }
  const of = (kind: 'text' | 'signs' | 'tokens') => Object.values(taught.clouds).flatMap(each => each[kind])
  const all = { text: of('text'), signs: of('signs'), tokens: of('tokens') }
  for (const status of KnownCloud.options) {
    const known = clouds[status]
    const own = taught.clouds[status]
    clouds[status] = {
      text: withOwn(known.text, own?.text, all.text),
      signs: withOwn(known.signs, own?.signs, all.signs),
      tokens: withOwn(known.tokens, own?.tokens, all.tokens),
      shapes: withOwn(known.shapes, [], all.tokens),
      colours: [...known.colours, ...(own?.colours ?? [])],
    }
  }
  return { ...profile, columns, clouds }
}

function withOwn(known: readonly string[], own: readonly string[] = [], taken: readonly string[]): string[] {
  return [...new Set([...own, ...known.filter(word => !taken.includes(word))])]
}
