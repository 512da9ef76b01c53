import type { Outcome, ReplyTo, RequestName, RequestOf } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
import { button } from './element.ts'

/** Asks the worker; rejects if the extension was reloaded under the page. */
export type Ask = <N extends RequestName>(name: N, data: RequestOf<N>) => Promise<ReplyTo<N>>

/** The line in which a piece says how an action ended; read out when it changes (WCAG 4.1.3). */
export interface Said {
  readonly line: HTMLElement
  say(text: string | null, bad?: boolean): void
  /**
   * Runs an action of a button: busy while it lasts, then its outcome in words where the person clicked.
   * Gives whether it went well.
   */
  run(pressed: HTMLButtonElement, act: () => Promise<Outcome>): Promise<boolean>
  /** A button that runs an action. `kind`: its classes. */
  button(label: string, act: () => Promise<Outcome>, kind: string): HTMLButtonElement
}

export function createSaid(line: HTMLElement): Said {
  line.setAttribute('role', 'status')
  line.classList.add('said')
  const said: Said = {
    line,
    say(text, bad = false) {
      line.textContent = text ?? ''
      line.toggleAttribute('data-bad', bad)
    },
    async run(pressed, act) {
      if (pressed.ariaBusy === 'true') return false
      // Dimmed for a while, and still focused: it takes no further press, and says so.
      pressed.ariaBusy = pressed.ariaDisabled = 'true'
      try {
        const outcome = await act()
        said.say(outcome.ok ? outcome.said : outcome.problem, !outcome.ok)
        return outcome.ok
      } catch {
        // The worker is gone: the page outlived the extension that it was loaded with.
        said.say(say('overlay.updated'), true)
        return false
      } finally {
        pressed.ariaBusy = pressed.ariaDisabled = null
      }
    },
    button(label, act, kind) {
      const pressed = button(label, () => void said.run(pressed, act), { class: kind })
      return pressed
    },
  }
  return said
}
