import { list } from '../words/formats.ts'
import { say } from '../words/say.ts'
import type { Feature, Profile } from './profile.ts'

/**
 * What a profile switches off in a version of the extension.
 * @param version the extension's own, as its manifest has it: `0.3.1`
 */
export function switchedOff({ disabled }: Pick<Profile, 'disabled'>, version: string): Feature[] {
  const off = disabled.filter(({ versions }) => versions.some(bounds => isWithin(version, bounds)))
  return [...new Set(off.map(({ feature }) => feature))]
}

/** What is switched off as a sentence for a person; null where nothing is. */
export function switchedOffWords(off: readonly Feature[]): string | null {
  if (off.length === 0) return null
  return say('page.switched-off', { features: list(off.map(feature => say(`page.off.${feature}`))) })
}

function isWithin(version: string, bounds: string): boolean {
  if (bounds === '*') return true
  return bounds.split(' ').every(bound => {
    const [, sign = '', wanted = ''] = /^([<>]?=?)(.*)$/.exec(bound) ?? []
    const order = compare(version, wanted)
    if (order === 0) return sign !== '<' && sign !== '>'
    return order < 0 ? sign.startsWith('<') : sign.startsWith('>')
  })
}

/** Below 0 where the first is the older; numbers that are left out are 0. */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map(version => version.split('.').map(Number))
  for (let at = 0; at < 4; at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
