import { findByRole, findByText, fireEvent } from '@testing-library/dom'
import { previewTarget } from '#components/targets.ts'
import type { InvoiceId } from '#lib/domain/ids.ts'
import { previewOf } from '#lib/domain/preview.ts'
import { writeSetting } from '#lib/store/settings.ts'
import { say, sayCount } from '#lib/words/say.ts'
import { aDetail, aLine, anInvoice } from '#tests/builders/invoice.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import { aKitchen } from '#tests/component/a-kitchen.ts'
import { aStore } from '#tests/unit/store/a-store.ts'
import { SidePanel } from '../../../entrypoints/sidepanel/SidePanel.tsx'
import type { Scene } from '../scene.ts'
import { drawOver } from '../stand-in.tsx'

const window = { width: 360, height: 720 }

const tabs = ['products', 'accounts', 'failures', 'activity'] as const

export const sidePanelScenes: readonly Scene[] = [
  {
    name: 'panel-nothing-seen',
    ...window,
    async draw(root) {
      drawOver(root, <SidePanel />, aStore())
      await findByText(root, say('common.nothing-seen'))
    },
  },
  ...tabs.map(tab => ({
    name: `panel-${tab}`,
    ...window,
    async draw(root: HTMLElement) {
      drawOver(root, <SidePanel />, await aKitchen())
      // The tab of what failed tells how many, too.
      const name = (words: string) => words.startsWith(say(`panel.${tab}`))
      fireEvent.mouseDown(await findByRole(root, 'tab', { name }), { button: 0 })
      await findByRole(root, 'tabpanel', { name })
    },
  })),
  {
    name: 'panel-preview',
    ...window,
    async draw(root) {
      const charges = [{ kind: 'delivery', description: 'Delivery', amount: '4.00', taxRate: '9' }]
      const detail = aDetail({ lines: [aLine('Romaine', { quantity: '3' })], charges })
      const mapping = aMapping({ groups: { Romaine: 'Vegetables' }, accounts: { Vegetables: '310' } })
      const invoice = anInvoice({ number: 'R-1', detail })
      const preview = previewOf({ invoice, outlet: anOutlet(), mapping, lists: someLists() })
      const store = await aKitchen()
      await writeSetting(store, 'panel', previewTarget('ready-1' as InvoiceId))
      drawOver(root, <SidePanel />, store, { preview: () => ({ ok: true, preview }) })
      await findByRole(root, 'region', { name: sayCount('common.lines', 2) })
    },
  },
]
