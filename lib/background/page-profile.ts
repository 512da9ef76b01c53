import { isFor } from '#lib/page/profile-match.ts'
import { switchedOffWords } from '#lib/page/switched-off.ts'
import { readSetting } from '#lib/store/settings.ts'
import type { Handler } from './app.ts'

/** How a page is to be read: from the store alone, so that no page waits for a network. */
export const pageProfile: Handler<'page-profile'> = async (app, { origin }) => {
  const { profile, off } = await app.profile()
  const { columns, outletFilter, clouds, tables } = profile
  return {
    profile: isFor(profile, origin) ? { columns, outletFilter, clouds, tables } : null,
    off: [...off],
    says: switchedOffWords([...off]),
    shortcuts: await readSetting(app.store, 'shortcuts'),
  }
}
