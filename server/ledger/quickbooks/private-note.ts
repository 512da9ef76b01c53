import { docNumber } from './doc-number.ts'

const LINK = /^Exported by Clearcloud: (\S+)$/m
const NUMBER = /^Full number: (.+)$/m
const OURS = /^(Exported by Clearcloud: .+|Full number: .+)$/gm
const MOST = 4000

/**
 * The memo of a bill: our link, by which it is known again, and the number where it had to be shortened. What a
 * person wrote there stays below.
 */
export function privateNote(link: string, number: string, standing = ''): string {
  const theirs = standing
    .replace(OURS, '')
    .replace(/\n{2,}/g, '\n')
    .trim()
  const full = docNumber(number) === number ? [] : [`Full number: ${number}`]
  return [`Exported by Clearcloud: ${link}`, ...full, theirs].filter(Boolean).join('\n').slice(0, MOST)
}

/** Whether a memo bears this link of ours, whole. */
export function bearsLink(note: string | null | undefined, link: string): boolean {
  return (note ?? '').split(/\s+/).includes(link)
}

/** The link of ours that a memo bears, if it bears one. */
export function linkIn(note: string | null | undefined): string | undefined {
  return LINK.exec(note ?? '')?.[1]
}

/** The number of a bill: the full one of its memo, where that is what its own was shortened from. */
export function fullNumber(shown: string, note: string | null | undefined): string {
  const told = NUMBER.exec(note ?? '')?.[1]
  return told !== undefined && docNumber(told) === shown ? told : shown
}
