import { type KeyboardEvent, useId, useState } from 'react'
import { Button } from '#components/Button.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { useAsk } from '#components/use-ask.ts'
import { defaultShortcuts, ShortcutAction, type Shortcuts } from '#lib/domain/shortcuts.ts'
import { say } from '#lib/words/say.ts'
import { recordedCombo } from './recorded-combo.ts'
import { Section } from './Section.tsx'

/** The keys of each action on the Invoices page: a press of its button, then of the keys. */
export function ShortcutsSection({ shortcuts }: { shortcuts: Shortcuts }) {
  const asking = useAsk()
  const [recording, record] = useState<ShortcutAction | null>(null)
  const hint = useId()
  const keep = (next: Shortcuts) => {
    record(null)
    void asking.send('set-shortcuts', { shortcuts: next })
  }
  const press = (action: ShortcutAction, event: KeyboardEvent) => {
    if (recording !== action || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return record(null)
    if (event.key === 'Backspace' || event.key === 'Delete') return keep({ ...shortcuts, [action]: null })
    const combo = recordedCombo(event.nativeEvent)
    if (combo === null) return
    const other = ShortcutAction.options.find(each => each !== action && shortcuts[each] === combo)
    if (other) {
      const problem = say('shortcuts.taken-by', { combo, action: say(`shortcuts.${other}`) })
      return asking.say({ ok: false, problem })
    }
    if (/^[\p{L}\p{N}]$/u.test(combo)) return asking.say({ ok: false, problem: say('shortcuts.not-alone') })
    keep({ ...shortcuts, [action]: combo })
  }
  return (
    <Section title={say('shortcuts.title')} says={say('shortcuts.says')}>
      <dl className="grid max-w-md grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2">
        {ShortcutAction.options.map(action => (
          <div key={action} className="contents">
            <dt>{say(`shortcuts.${action}`)}</dt>
            <dd className="justify-self-end">
              <Button
                aria-label={`${say('shortcuts.set-for', { action: say(`shortcuts.${action}`) })} ${shortcuts[action] ?? say('shortcuts.none')}`}
                aria-pressed={recording === action}
                aria-describedby={recording === action ? hint : undefined}
                onClick={() => record(recording === action ? null : action)}
                onBlur={() => record(null)}
                onKeyDown={event => press(action, event)}
              >
                {recording === action ? say('shortcuts.press') : (shortcuts[action] ?? say('shortcuts.none'))}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      <p id={hint} role="status" className="text-sm text-muted">
        {recording && say('shortcuts.press-says')}
      </p>
      <div>
        <Button disabled={asking.busy !== null} onClick={() => keep(defaultShortcuts)}>
          {say('shortcuts.reset')}
        </Button>
      </div>
      <OutcomeLine outcome={asking.outcome} />
    </Section>
  )
}
