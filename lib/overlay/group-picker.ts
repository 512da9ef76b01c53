import type { Fix } from '#lib/domain/fix.ts'
import type { GroupId, ProductId } from '#lib/domain/ids.ts'
import type { Choices, Outcome } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
import type { Ask, Said } from './ask.ts'
import { button, element } from './element.ts'
import { fillSelect, labelledSelect } from './select.ts'

type AssignGroup = Extract<Fix, { kind: 'assign-group' }>

/** The card's form for products without a group: one select each, one for all, and a group of a new name. */
export function groupPicker(fix: AssignGroup, choices: Choices, ask: Ask, said: Said): HTMLFormElement {
  const { outletId, products } = fix
  let options = optionsOf(choices)
  const each = products.map(({ id, name }) => ({
    id,
    ...labelledSelect(say('overlay.group-for'), name, options),
  }))
  const all = products.length > 1 ? labelledSelect(say('overlay.group-for-all'), '', options) : null
  const name = element('input', { type: 'text', maxlength: 200, 'aria-label': say('overlay.new-group-name') })
  name.placeholder = say('overlay.new-group')
  const selects = [...each.map(({ select }) => select), ...(all ? [all.select] : [])]

  all?.select.addEventListener('change', () => {
    for (const { select } of each) select.value = all.select.value
  })
  const create = button(say('overlay.create'), () => void makeGroup(), { class: 'action' })
  const assign = element('button', { type: 'submit', class: 'action primary' }, labelOf(products.length))
  const form = element(
    'form',
    {},
    all?.label,
    element('div', { class: 'fields' }, ...each.map(({ label }) => label)),
    element('div', { class: 'row' }, name, create),
    element('div', { class: 'row' }, assign),
  )

  async function makeGroup(): Promise<void> {
    const wanted = name.value.trim()
    if (wanted === '') {
      said.say(say('overlay.name-first'), true)
      name.focus()
      return
    }
    await said.run(create, async () => {
      const made = await ask('create-group', { outletId, name: wanted })
      if (!made.ok || !made.group) return made
      const { id } = made.group
      if (!options.some(option => option.value === id)) {
        options = [...options, { value: id, text: made.group.name }]
        for (const select of selects) fillSelect(select, options)
      }
      name.value = ''
      for (const { select } of each) if (select.value === '') select.value = id
      return made
    })
  }

  form.addEventListener('submit', event => {
    event.preventDefault()
    const chosen = Map.groupBy(
      each.filter(({ select }) => select.value !== ''),
      ({ select }) => select.value,
    )
    if (chosen.size === 0) {
      said.say(say('overlay.group-first'), true)
      each[0]?.select.focus()
      return
    }
    void said.run(assign, () => assignAll(chosen))
  })

  async function assignAll(chosen: Map<string, { id: ProductId }[]>): Promise<Outcome> {
    const words: string[] = []
    for (const [groupId, of] of chosen) {
      const productIds = of.map(({ id }) => id)
      const outcome = await ask('assign-group', { outletId, productIds, groupId: groupId as GroupId })
      if (!outcome.ok) return outcome
      if (outcome.said) words.push(outcome.said)
    }
    return { ok: true, said: words.join(' ') }
  }
  return form
}

function optionsOf({ groups }: Choices) {
  return groups.map(group => ({ value: group.id, text: group.name }))
}

function labelOf(count: number): string {
  return count === 1 ? say('overlay.assign') : say('overlay.assign-groups')
}
