import type { Fix } from '#lib/domain/fix.ts'
import type { AssessedInvoice, Choices, Outcome, PanelTarget } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
import { accountPicker } from './account-picker.ts'
import type { Ask, Said } from './ask.ts'
import { askedFirst } from './asked-first.ts'
import { comparisonTable } from './comparison-table.ts'
import { copy } from './copy.ts'
import { button, element } from './element.ts'
import { groupPicker } from './group-picker.ts'

type OfferedFix = AssessedInvoice['words']['fixes'][number]

/** The fixes of an invoice as a card offers them: pickers for what must be chosen, buttons for the rest. */
export function cardFixes(invoice: AssessedInvoice, ask: Ask, said: Said): HTMLElement {
  const whole = element('div')
  const buttons = element('div', { class: 'row' })
  const needing = invoice.words.fixes.filter(({ fix }) => needsChoice(fix))
  if (needing.length > 0) whole.append(pickers(invoice, needing, ask, said))
  const beside = element('div')
  for (const offered of invoice.words.fixes) {
    if (offered.fix.kind === 'compare') buttons.append(compareButton(offered, beside, ask, said))
    else if (!needsChoice(offered.fix)) buttons.append(fixButton(offered, ask, said))
  }
  const target = panelTarget(invoice)
  // Asked within the click itself: later the browser no longer lets the panel open.
  if (target)
    buttons.append(said.button(say('overlay.open-panel'), () => ask('open-panel', target), 'action'))
  if (buttons.childElementCount > 0) whole.append(buttons, beside)
  return whole
}

function needsChoice(fix: Fix): boolean {
  return fix.kind === 'assign-group' || fix.kind === 'map-account'
}

/** The outlet's groups and accounts come from the worker; the place is kept for them. */
function pickers(
  invoice: AssessedInvoice,
  needing: readonly OfferedFix[],
  ask: Ask,
  said: Said,
): HTMLElement {
  const place = element(
    'div',
    { 'aria-busy': 'true' },
    element('p', { class: 'faint' }, say('overlay.reading-choices')),
  )
  ask('choices', { outletId: invoice.outletId }).then(
    choices => {
      place.removeAttribute('aria-busy')
      place.replaceChildren(...needing.flatMap(({ fix }) => picker(fix, choices, ask, said)))
    },
    () => {
      place.removeAttribute('aria-busy')
      place.replaceChildren()
      said.say(say('overlay.updated'), true)
    },
  )
  return place
}

function picker(fix: Fix, choices: Choices, ask: Ask, said: Said): HTMLElement[] {
  if (fix.kind === 'assign-group') return [groupPicker(fix, choices, ask, said)]
  return fix.kind === 'map-account' ? [accountPicker(fix, choices, ask, said)] : []
}

function fixButton({ fix, label, primary, asks, note }: OfferedFix, ask: Ask, said: Said): HTMLButtonElement {
  const kind = primary ? 'action primary' : 'action'
  if (asks) return askedFirst(label, asks, kind, () => ask('fix', { fix }), said)
  const act = () => (note ? copy(note, say('overlay.note-copied')) : ask('fix', { fix }))
  return said.button(label, act, kind)
}

/** Shows the invoice beside its bill, and takes it away again. */
function compareButton(
  { fix, label }: OfferedFix,
  beside: HTMLElement,
  ask: Ask,
  said: Said,
): HTMLButtonElement {
  const show = async (): Promise<Outcome> => {
    if (fix.kind !== 'compare') return { ok: true, said: null }
    const compared = await ask('compare', { invoiceId: fix.invoiceId })
    if (!compared.ok) return compared
    beside.replaceChildren(comparisonTable(compared))
    pressed.ariaExpanded = 'true'
    return { ok: true, said: null }
  }
  const pressed = button(
    label,
    () => {
      if (beside.childElementCount === 0) return void said.run(pressed, show)
      beside.replaceChildren()
      pressed.ariaExpanded = 'false'
    },
    { class: 'action', 'aria-expanded': 'false' },
  )
  return pressed
}

/** What the side panel shows of this invoice: its products, its groups, or its failure. */
function panelTarget({ id, outletId, status, words }: AssessedInvoice): PanelTarget | null {
  const kinds = words.fixes.map(({ fix }) => fix)
  const productIds = kinds.flatMap(fix =>
    fix.kind === 'assign-group' ? fix.products.map(product => product.id) : [],
  )
  const groupIds = kinds.flatMap(fix => (fix.kind === 'map-account' ? fix.groups.map(group => group.id) : []))
  const target = (tab: PanelTarget['tab']): PanelTarget => ({
    tab,
    outletId,
    productIds,
    groupIds,
    invoiceId: id,
  })
  if (productIds.length > 0) return target('products')
  if (groupIds.length > 0) return target('accounts')
  return status === 'failed' ? target('failures') : null
}
