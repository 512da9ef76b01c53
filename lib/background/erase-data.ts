import { inOneTransaction } from '#lib/store/open.ts'
import { readSetting, writeSetting } from '#lib/store/settings.ts'
import { say } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { endSession } from './sign-out.ts'

/**
 * Forgets everything on this computer but the server's address. Bills in the ledger and what the server
 * keeps for the workspace stay; signing in again brings the mapping and the exports back.
 */
export const eraseData: Handler<'erase-data'> = async app => {
  const { store } = app
  await endSession(app)
  await inOneTransaction(store, async () => {
    const server = await readSetting(store, 'server')
    for (const table of store.tables) await table.clear()
    await writeSetting(store, 'server', server)
  })
  app.notifier.changed([])
  return { ok: true, said: say('did.erased') }
}
