import { findByRole, findByText } from '@testing-library/dom'
import { buildBill } from '#lib/domain/build-bill.ts'
import { compareBill } from '#lib/domain/compare-bill.ts'
import type { Choices, Compared } from '#lib/messages.ts'
import { createCard } from '#lib/overlay/card.ts'
import type { Mark } from '#lib/overlay/mark.ts'
import { say } from '#lib/words/say.ts'
import { standingAs } from '#tests/builders/bill-whole.ts'
import { aLine, anInvoice } from '#tests/builders/invoice.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { anOutlet } from '#tests/builders/outlet.ts'
import type { Scene } from '../scene.ts'
import type { Answers } from '../stand-in.tsx'
import { clouds } from './clouds.ts'
import { overlaid, pageWindow } from './overlaid.ts'

const choices = (): Choices =>
  ({
    groups: [
      { id: 'g-Fruit', name: 'Fruit' },
      { id: 'g-Vegetables', name: 'Vegetables' },
    ],
    accounts: [
      { code: '310', name: 'Vegetables', type: 'Direct costs' },
      { code: '311', name: 'Meat', type: 'Direct costs' },
    ],
  }) as Choices

const never = () => new Promise<never>(() => undefined)

/** An invoice of two lines beside its bill, in which somebody changed one and took the other out. */
function compared(): Compared {
  const mapping = aMapping({ groups: { Romaine: 'Vegetables' }, accounts: { Vegetables: '310' } })
  const lines = [
    aLine('Romaine', { quantity: '12' }),
    aLine('Romaine', { id: 'second', description: 'Romaine hearts' }),
  ]
  const built = buildBill({ invoice: anInvoice({ lines }), outlet: anOutlet(), mapping, lists: someLists() })
  if (!built.ok) throw new Error(JSON.stringify(built))
  const [first] = standingAs(built.bill).lines
  const standing = standingAs(built.bill, {
    lines: [{ ...first, account: '311' }],
    bill: { total: '65.40' },
  })
  return {
    ok: true,
    comparison: compareBill(built.bill, standing),
    accounts: { 310: 'Vegetables', 311: 'Meat' },
  }
}

/** Together they hold every part that a card can have. */
const whole = new Set(['missing-product-group', 'failed', 'compared', 'asks'])

/** The card of a cloud; `then`: what a person does in it. */
function card(
  name: string,
  markOf: (page: ReturnType<typeof overlaid>) => Mark,
  answers: Answers,
  then?: (card: HTMLElement) => Promise<unknown>,
): Scene {
  return {
    name: `overlay-card-${name}`,
    ...pageWindow,
    isVariant: !whole.has(name),
    async draw(root) {
      const page = overlaid(root, { choices, ...answers })
      const mark = markOf(page)
      createCard(page.layer, page.ask).show(mark.content, {
        box: () => mark.host.getBoundingClientRect(),
        focus: () => mark.focus(),
        expand: open => mark.expand(open),
      })
      const drawn = page.layer.host.shadowRoot?.querySelector<HTMLElement>('.card')
      if (!drawn) throw new Error('No card opened')
      await then?.(drawn)
    },
  }
}

const press = (label: string) => async (card: HTMLElement) =>
  (await findByRole(card, 'button', { name: label })).click()

export const cardScenes: readonly Scene[] = [
  ...[...clouds.keys()].map(name => card(name, page => page.markOf(name), {})),
  card('not-recognised', page => page.unrecognised(), {}),
  card('loading', page => page.markOf('missing-product-group'), { choices: never }),
  card('acting', page => page.markOf('ready'), { fix: never }, press(say('fix.export'))),
  card(
    'refused',
    page => page.markOf('ready'),
    { fix: () => ({ ok: false, problem: say('common.server-unreachable') }) },
    async drawn => {
      await press(say('fix.export'))(drawn)
      await findByText(drawn, say('common.server-unreachable'))
    },
  ),
  card('asks', page => page.markOf('bill-deleted'), {}, press(say('fix.unlink'))),
  card(
    'compared',
    page => page.markOf('invalid-modification'),
    { compare: compared },
    async drawn => {
      await press(say('fix.compare'))(drawn)
      await findByRole(drawn, 'table')
    },
  ),
]
