import type { Handler } from './app.ts'

/** Opens the options for a page, which may not do so itself. */
export const openOptions: Handler<'open-options'> = async app => {
  await app.browser.openOptions()
  return { ok: true, said: null }
}
