import type { RequestName } from '#lib/messages.ts'
import type { Handler } from './app.ts'
import { assessments } from './assessments.ts'
import { assignGroup } from './assign-group.ts'
import { cancelExports } from './cancel-exports.ts'
import { choices } from './choices.ts'
import { compare } from './compare.ts'
import { createGroup } from './create-group.ts'
import { diagnose } from './diagnose.ts'
import { eraseData } from './erase-data.ts'
import { exportData } from './export-data.ts'
import { exportReady } from './export-ready.ts'
import { fix } from './fix.ts'
import { forgetTaught } from './forget-taught.ts'
import { importData } from './import-data.ts'
import { importTaught } from './import-taught.ts'
import { keepTaught } from './keep-taught.ts'
import { linkContact } from './link-contact.ts'
import { listed } from './listed.ts'
import { loadScript } from './load-script.ts'
import { mapAccount } from './map-account.ts'
import { openOptions } from './open-options.ts'
import { openPanel } from './open-panel.ts'
import { pageProfile } from './page-profile.ts'
import { pageSeen } from './page-seen.ts'
import { preview } from './preview.ts'
import { refreshLists } from './refresh-lists.ts'
import { retryFailed } from './retry-failed.ts'
import { setOutlet } from './set-outlet.ts'
import { setServer } from './set-server.ts'
import { setShortcuts } from './set-shortcuts.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { summary } from './summary.ts'
import { teach } from './teach.ts'
import { undo } from './undo.ts'

/** Every request and what it does: one file each. */
export const handlers: { [N in RequestName]: Handler<N> } = {
  'page-profile': pageProfile,
  'page-seen': pageSeen,
  assessments,
  summary,
  listed,
  choices,
  fix,
  'export-ready': exportReady,
  'retry-failed': retryFailed,
  'cancel-exports': cancelExports,
  'assign-group': assignGroup,
  'map-account': mapAccount,
  'create-group': createGroup,
  'link-contact': linkContact,
  undo,
  'open-panel': openPanel,
  compare,
  preview,
  'load-script': loadScript,
  'sign-in': signIn,
  'sign-out': signOut,
  'set-server': setServer,
  'set-outlet': setOutlet,
  'set-shortcuts': setShortcuts,
  'open-options': openOptions,
  'refresh-lists': refreshLists,
  'erase-data': eraseData,
  'import-data': importData,
  'export-data': exportData,
  teach,
  'keep-taught': keepTaught,
  'forget-taught': forgetTaught,
  'import-taught': importTaught,
  diagnose,
}
