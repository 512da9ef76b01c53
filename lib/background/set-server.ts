import { inOneTransaction } from '#lib/store/open.ts'
import { readSetting, writeSetting } from '#lib/store/settings.ts'
import { say } from '#lib/words/say.ts'
import type { Handler } from './app.ts'
import { Refusal } from './refusal.ts'
import { endSession } from './sign-out.ts'

/**
 * Another server: whoever is signed in is signed out there, and the results are read from the beginning.
 * @throws Refusal while the present one has exports under way, whose outcome would be lost from sight.
 */
export const setServer: Handler<'set-server'> = async (app, { url }) => {
  const { store } = app
  const { protocol, origin } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') throw new Refusal(say('refused.address'))
  const address = new URL(url).href.replace(/\/+$/, '')
  if ((await readSetting(store, 'server')) === address) return { ok: true, said: null }
  const going = await store.exports.where('state').anyOf(['sent', 'checking']).count()
  if (going > 0) throw new Refusal(say('refused.exporting'))
  await endSession(app)
  await inOneTransaction(store, async () => {
    await writeSetting(store, 'server', address)
    await writeSetting(store, 'cursor', 0)
    await writeSetting(store, 'revision', 0)
    // Sequences are the server's own: those of another one say nothing.
    await store.exports.toCollection().modify(row => {
      delete row.sequence
    })
  })
  return { ok: true, said: say('did.server', { server: origin }) }
}
