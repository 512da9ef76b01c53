/**
 * Whether what a bill bears is a link of ours to another invoice: the same up to `/go/`, and another one. Links
 * are made by exports/bill-link.ts.
 */
export function isOtherLink(borne: string | undefined, link: string | null): boolean {
  if (!borne || link === null || borne === link) return false
  const ours = /^.*\/go\//.exec(link)?.[0]
  return ours !== undefined && borne.startsWith(ours)
}
