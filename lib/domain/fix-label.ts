import type { Fix, FixKind } from './fix.ts'

const optionWords = {
  contact: 'Choose its contact',
  'default-account': 'Choose another default account',
  tracking: 'Choose another tracking option',
} as const

const quiet = new Set<FixKind>([
  'open-bill',
  'compare',
  'hand-off',
  'unlink',
  'show-invoice',
  'export-anyway',
])

/** What the button of a fix says. */
export function fixLabel(fix: Fix): string {
  switch (fix.kind) {
    case 'export':
      return 'Export'
    case 'export-anyway':
      return fix.despite.length > 0 ? 'Export as a bill of its own' : 'Export anyway'
    case 'retry':
      return 'Retry'
    case 'assign-group':
      return fix.products.length === 1 ? 'Assign a group' : `Assign groups to ${fix.products.length} products`
    case 'map-account':
      return fix.groups.length === 1 ? 'Map to an account' : `Map ${fix.groups.length} groups to accounts`
    case 'open-bill':
      return 'Open the bill'
    case 'accept-as-is':
      return 'Accept as is'
    case 'compare':
      return 'Compare with the bill'
    case 'link-bill':
      return `Link to bill ${fix.bill.number}`
    case 'unlink':
      return 'Unlink and export anew'
    case 'confirm-resync':
      return 'Update the bill'
    case 'send-difference':
      return 'Send the difference'
    case 'reconnect':
      return 'Reconnect'
    case 'connect':
      return 'Connect a ledger'
    case 'read-invoice':
      return 'Read the invoice'
    case 'use-page-control':
      return fix.action === 'export' ? 'Export with Foodrazor' : 'Retry with Foodrazor'
    case 'retry-file':
      return 'Attach the file again'
    case 'refresh-lists':
      return 'Check again'
    case 'link-contact':
      return `Link to ${fix.contact.name}`
    case 'open-options':
      return optionWords[fix.choose]
    case 'show-invoice':
      return `Show invoice ${fix.number}`
    case 'hand-off':
      return fix.to === 'accountant' ? 'Copy a note for your accountant' : 'Copy a note for your admin'
  }
}

/** Whether the fix is the one that most people want; the others are offered more quietly. */
export function isPrimary(fix: Fix): boolean {
  return !quiet.has(fix.kind)
}
