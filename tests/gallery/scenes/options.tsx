import { findByRole, findByText } from '@testing-library/dom'
import { say } from '#lib/words/say.ts'
import { aKitchen } from '#tests/component/a-kitchen.ts'
import { aStore } from '#tests/unit/store/a-store.ts'
import { Options } from '../../../entrypoints/options/Options.tsx'
import { Welcome } from '../../../entrypoints/welcome/Welcome.tsx'
import type { Scene } from '../scene.ts'
import { drawOver } from '../stand-in.tsx'

const window = { width: 1000, height: 1900 }

export const optionsScenes: readonly Scene[] = [
  {
    name: 'options-signed-out',
    ...window,
    async draw(root) {
      drawOver(root, <Options />, aStore())
      await findByRole(root, 'textbox', { name: say('options.server-address') })
    },
  },
  {
    name: 'options-connected',
    ...window,
    async draw(root) {
      drawOver(root, <Options />, await aKitchen())
      await findByText(root, say('options.connected-organisations'))
    },
  },
  {
    name: 'welcome',
    width: 900,
    height: 700,
    async draw(root) {
      drawOver(root, <Welcome />, aStore())
      await findByRole(root, 'heading', { level: 1 })
    },
  },
]
