import { findByRole, findByText, fireEvent } from '@testing-library/dom'
import { setTrouble } from '#lib/store/trouble.ts'
import { say } from '#lib/words/say.ts'
import { aKitchen } from '#tests/component/a-kitchen.ts'
import { aStore, outletId } from '#tests/unit/store/a-store.ts'
import { Popup } from '../../../entrypoints/popup/Popup.tsx'
import type { Scene } from '../scene.ts'
import { drawOver } from '../stand-in.tsx'

const window = { width: 400, height: 560 }

const troubles = [
  ['server-unreachable', say('common.server-unreachable')],
  ['storage-full', say('common.storage-full')],
] as const

export const popupScenes: readonly Scene[] = [
  {
    name: 'popup-nothing-seen',
    ...window,
    async draw(root) {
      drawOver(root, <Popup />, aStore())
      await findByRole(root, 'button', { name: say('common.open-foodrazor') })
    },
  },
  {
    name: 'popup-counts',
    ...window,
    async draw(root) {
      drawOver(root, <Popup />, await aKitchen())
      await findByRole(root, 'button', { name: `${say('popup.ready-full')} 1` })
    },
  },
  {
    name: 'popup-list',
    ...window,
    async draw(root) {
      drawOver(root, <Popup />, await aKitchen())
      fireEvent.click(await findByRole(root, 'button', { name: `${say('popup.ready-full')} 1` }))
      await findByText(root, 'R-1')
    },
  },
  ...troubles.map(([trouble, title]) => ({
    name: `popup-${trouble}`,
    ...window,
    async draw(root: HTMLElement) {
      const store = await aKitchen()
      await setTrouble(store, trouble, true)
      drawOver(root, <Popup />, store)
      await findByRole(root, 'region', { name: title })
    },
  })),
  {
    name: 'popup-reconnect',
    ...window,
    async draw(root) {
      const store = await aKitchen()
      const outlet = await store.outlets.get(outletId)
      if (outlet?.connection)
        await store.outlets.put({ ...outlet, connection: { ...outlet.connection, state: 'expired' } })
      drawOver(root, <Popup />, store)
      await findByRole(root, 'button', { name: say('common.reconnect') })
    },
  },
]
