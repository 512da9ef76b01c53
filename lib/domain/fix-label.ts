import type { Fix, FixKind } from './fix.ts'
import type { Say } from './say.ts'

const quiet = new Set<FixKind>([
  'open-bill',
  'compare',
  'hand-off',
  'unlink',
  'show-invoice',
  'export-anyway',
])

/** What the button of a fix says. */
export function fixLabel(fix: Fix, say: Say): string {
  switch (fix.kind) {
    case 'export-anyway':
      return say(fix.despite.length > 0 ? 'fix.export-apart' : 'fix.export-anyway')
    case 'assign-group':
      return say.count('fix.assign-group', fix.products.length)
    case 'map-account':
      return say.count('fix.map-account', fix.groups.length)
    case 'link-bill':
      return say('fix.link-bill', { number: fix.bill.number })
    case 'use-page-control':
      return say(fix.action === 'export' ? 'fix.page-export' : 'fix.page-retry')
    case 'link-contact':
      return say('fix.link-contact', { name: fix.contact.name })
    case 'open-options':
      return say(`fix.choose.${fix.choose}`)
    case 'show-invoice':
      return say('fix.show-invoice', { number: fix.number })
    case 'hand-off':
      return say(`fix.note-for.${fix.to}`)
    default:
      return say(`fix.${fix.kind}`)
  }
}

/** Whether the fix is the one that most people want; the others are offered more quietly. */
export function isPrimary(fix: Fix): boolean {
  return !quiet.has(fix.kind)
}
