import type { Hands } from '#sandbox/tour/eyes.ts'
import type { Bidi } from './bidi.ts'

type Key = Parameters<Hands['keyboard']['press']>[0]

/** Keys that have no letter, by WebDriver's code points. */
const keys: Record<Key, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowDown: '\uE015',
}

/** Mouse and keyboard on a page in a tab, by its browsing context; `window` is the browser's own. */
export function handsOnPage(bidi: Bidi, window: string, context: string, address: string): Hands {
  const perform = async (device: Record<string, unknown>, actions: readonly Record<string, unknown>[]) => {
    await bidi.send('input.performActions', { context, actions: [{ ...device, actions }] })
  }
  const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } }
  const keyboard = { type: 'key', id: 'keyboard' }
  const to = (x: number, y: number) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) })
  const press = [
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ]
  const stroke = (value: string) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]
  return {
    url: () => address,
    mouse: {
      move: (x, y) => perform(mouse, [to(x, y)]),
      click: (x, y, { count = 1 } = {}) =>
        perform(mouse, [to(x, y), ...Array.from({ length: count }, () => press).flat()]),
    },
    keyboard: {
      press: key => perform(keyboard, stroke(keys[key])),
      type: text => perform(keyboard, [...text].flatMap(stroke)),
    },
    evaluate: script => bidi.call(context, script.toString()),
    reload: () => bidi.send('browsingContext.reload', { context, wait: 'complete' }),
    bringToFront: async () => {
      await bidi.send('browsingContext.activate', { context })
      // A new tab has the focus in the address bar; a person's click on the page takes it from there.
      await bidi.call(window, '() => gBrowser.selectedBrowser.focus()')
    },
    close: async () => void (await bidi.send('browsingContext.close', { context })),
  }
}

/**
 * The mouse on the browser's own window, where WebDriver reaches pages alone: on the toolbar, its popups and the
 * sidebar. The press goes the way on which WebDriver's own do.
 */
export function handsOnWindow(bidi: Bidi, window: string, address: string): Hands {
  const mouse = async (x: number, y: number, events: readonly MouseStep[]) => {
    await bidi.call(window, mouseInWindow, x, y, events)
  }
  const cannot = () => Promise.reject(new Error(`Only the mouse reaches ${address}`))
  return {
    url: () => address,
    mouse: {
      move: (x, y) => mouse(x, y, [{ type: 'mousemove', clickCount: 0 }]),
      // At one go: what comes to stand elsewhere between the button's going down and up would not be clicked.
      click: (x, y, { count = 1 } = {}) =>
        mouse(
          x,
          y,
          Array.from({ length: count }, (_, earlier): MouseStep[] => [
            { type: 'mousedown', clickCount: earlier + 1 },
            { type: 'mouseup', clickCount: earlier + 1 },
          ]).flat(),
        ),
    },
    keyboard: { press: cannot, type: cannot },
    evaluate: cannot,
    reload: cannot,
    bringToFront: cannot,
    close: cannot,
  }
}

interface MouseStep {
  readonly type: 'mousemove' | 'mousedown' | 'mouseup'
  readonly clickCount: number
}

const mouseInWindow = `async function (x, y, events) {
  const { event } = ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Event.sys.mjs')
  for (const each of events) await event.synthesizeMouseAtPoint(x, y, { ...each, button: 0 }, window)
}`
