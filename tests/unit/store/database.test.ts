import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { readSetting, writeSetting } from '#lib/store/settings.ts'
import { aStore } from './a-store.ts'

afterEach(() => vi.restoreAllMocks())

/** As Chromium fails while its own storage is not ready: more often than Dexie tries by itself. */
function failsToOpen(times: number): void {
  const spy = vi.spyOn(indexedDB, 'open')
  for (let each = 0; each < times; each++) {
    spy.mockImplementationOnce(() => {
      throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError')
    })
  }
}

test('a store that cannot be opened says so, and is open to who asks next', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const store = aStore()
  failsToOpen(10)
  await expect(readSetting(store, 'cursor')).rejects.toThrow(/opening backing store/)
  vi.restoreAllMocks()
  await vi.waitFor(() => writeSetting(store, 'cursor', 7))
  expect(await readSetting(store, 'cursor')).toBe(7)
})
