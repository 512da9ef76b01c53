import type { Fix } from '#lib/domain/fix.ts'
import type { AccountCode } from '#lib/domain/ids.ts'
import type { Choices, Outcome } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
import type { Ask, Said } from './ask.ts'
import { element } from './element.ts'
import { labelledSelect } from './select.ts'

type MapAccount = Extract<Fix, { kind: 'map-account' }>

/** The card's form for groups without an account: the chart's accounts that may stand on a bill's line. */
export function accountPicker(fix: MapAccount, choices: Choices, ask: Ask, said: Said): HTMLElement {
  const { outletId, groups } = fix
  if (choices.accounts.length === 0) {
    return element('p', { class: 'faint' }, say('overlay.chart-unknown'))
  }
  const options = choices.accounts.map(({ code, name }) => ({ value: code, text: `${code} ${name}` }))
  const each = groups.map(({ id, name }) => ({
    id,
    ...labelledSelect(say('overlay.account-for'), name, options),
  }))
  const map = element(
    'button',
    { type: 'submit', class: 'action primary' },
    groups.length === 1 ? say('overlay.map') : say('overlay.map-groups'),
  )
  const form = element(
    'form',
    {},
    element('div', { class: 'fields' }, ...each.map(({ label }) => label)),
    element('div', { class: 'row' }, map),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    const chosen = each.filter(({ select }) => select.value !== '')
    if (chosen.length === 0) {
      said.say(say('overlay.account-first'), true)
      each[0]?.select.focus()
      return
    }
    void said.run(map, async (): Promise<Outcome> => {
      const words: string[] = []
      for (const { id, select } of chosen) {
        const account = select.value as AccountCode
        const outcome = await ask('map-account', { outletId, groupId: id, account })
        if (!outcome.ok) return outcome
        if (outcome.said) words.push(outcome.said)
      }
      return { ok: true, said: words.join(' ') }
    })
  })
  return form
}
