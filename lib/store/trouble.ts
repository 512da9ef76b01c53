import type { Store } from './open.ts'
import { readSetting, type Trouble, writeSetting } from './settings.ts'

/** Notes that a trouble began (`on`) or ended; writes only a change, and gives whether it was one. */
export function setTrouble(store: Store, trouble: Trouble, on: boolean): Promise<boolean> {
  return store.transaction('rw', store.settings, async () => {
    const known = await readSetting(store, 'banner')
    if (known.includes(trouble) === on) return false
    await writeSetting(store, 'banner', on ? [...known, trouble] : known.filter(other => other !== trouble))
    return true
  })
}

/** Whether an error says that the browser gives us no more room. Dexie wraps the browser's own error. */
export function isStorageFull(error: unknown): boolean {
  for (let at = error; typeof at === 'object' && at !== null; at = Reflect.get(at, 'inner')) {
    if (Reflect.get(at, 'name') === 'QuotaExceededError') return true
    if (Reflect.get(at, 'inner') === at) break
  }
  return false
}
