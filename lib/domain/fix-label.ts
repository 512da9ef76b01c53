import type { Fix } from './fix.ts'

/** What the button of a fix says. */
export function fixLabel(fix: Fix): string {
  switch (fix.kind) {
    case 'export':
      return 'Export'
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
    case 'unlink':
      return 'Unlink and export anew'
    case 'confirm-resync':
      return 'Update the bill'
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
    case 'hand-off':
      return fix.to === 'accountant' ? 'Copy a note for your accountant' : 'Copy a note for your admin'
  }
}

/** Whether the fix is the one that most people want; the others are offered more quietly. */
export function isPrimary(fix: Fix): boolean {
  return fix.kind !== 'open-bill' && fix.kind !== 'hand-off' && fix.kind !== 'unlink'
}
