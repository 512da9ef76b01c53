import { systemClock } from '#lib/domain/instant.ts'
import { defaultShortcuts } from '#lib/domain/shortcuts.ts'
import type { Summary } from '#lib/messages.ts'
import type { Bar } from '#lib/overlay/bar.ts'
import { createBarList } from '#lib/overlay/bar-list.ts'
import { button } from '#lib/overlay/element.ts'
import { createLayer } from '#lib/overlay/layer.ts'
import { createShortcutHelp } from '#lib/overlay/shortcut-help.ts'
import { createTooltip } from '#lib/overlay/tooltip.ts'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'
import { startLesson } from '#lib/teaching/lesson.ts'
import { steps } from '#lib/teaching/steps.ts'
import { say } from '#lib/words/say.ts'
import type { Scene } from '../scene.ts'
import { clouds } from './clouds.ts'
import { overlaid, pageWindow } from './overlaid.ts'

const summary: Summary = {
  counts: {
    ready: 31,
    exported: 212,
    'missing-product-group': 7,
    'missing-account': 6,
    failed: 2,
    exporting: 3,
  },
  unassigned: 4,
  exportable: 31,
  retryable: 2,
  progress: null,
  banner: 'none',
}

/** Nothing of what the page shows is known. */
const nothing: Summary = {
  ...summary,
  counts: { 'not-recognised': 12 },
  unassigned: 0,
  exportable: 0,
  retryable: 0,
}

/** As the overlay does: it finds its place anew in a window of another size. */
function show(bar: Bar, grid: Element | null, what: Summary): void {
  bar.show(what, null)
  bar.place(grid)
  globalThis.addEventListener('resize', () => bar.place(grid))
}

/** A lesson on the page; gives what goes past a step of it. */
function aLesson(): () => void {
  const layer = createLayer()
  startLesson({
    layer,
    profile: foodrazorPage,
    signal: new AbortController().signal,
    now: systemClock,
    keep: async () => ({ ok: true, said: null }),
    end: () => undefined,
  })
  return () => {
    const buttons = [...(layer.host.shadowRoot?.querySelectorAll('button') ?? [])]
    buttons.find(({ textContent }) => textContent === say('teach.skip'))?.click()
  }
}

function bar(name: string, what: Summary): Scene {
  return {
    name,
    ...pageWindow,
    async draw(root) {
      const { bar, grid } = overlaid(root)
      show(bar, grid, what)
    },
  }
}

function tooltip(
  name: string,
  markOf: (page: ReturnType<typeof overlaid>) => Parameters<ReturnType<typeof createTooltip>['show']>[0],
): Scene {
  return {
    name: `overlay-tooltip-${name}`,
    ...pageWindow,
    async draw(root) {
      const page = overlaid(root)
      createTooltip(page.layer).show(markOf(page))
    },
  }
}

const shapes = [
  'ready',
  'would-fail',
  'exporting',
  'exported',
  'missing-product-group',
  'missing-account',
  'failed',
] as const

export const overlayScenes: readonly Scene[] = [
  bar('overlay-bar', summary),
  bar('overlay-bar-not-recognised', nothing),
  bar('overlay-bar-exporting', { ...summary, progress: { total: 31, done: 12, failed: 1 } }),
  ...(['reconnect', 'server-unreachable', 'not-signed-in', 'storage-full'] as const).map(banner =>
    bar(`overlay-bar-${banner}`, { ...summary, banner }),
  ),
  {
    name: 'overlay-list',
    ...pageWindow,
    async draw(root) {
      const { layer, bar, grid } = overlaid(root)
      show(bar, grid, summary)
      const all = () => button(say('overlay.show-all'), () => undefined, { class: 'action' })
      const list = createBarList(layer, { open: () => undefined, all, closed: () => undefined })
      list.show('ready', [...clouds.values()], 31, new DOMRect(24, 60, 400, 36))
    },
  },
  // What a card says at length a tooltip says in short: here is one of each shape.
  ...shapes.map(name => tooltip(name, page => page.markOf(name))),
  tooltip('not-recognised', page => page.unrecognised()),
  {
    name: 'overlay-shortcuts',
    ...pageWindow,
    async draw(root) {
      const { layer } = overlaid(root)
      createShortcutHelp(layer, defaultShortcuts, () => undefined).toggle()
    },
  },
  {
    name: 'overlay-lesson',
    ...pageWindow,
    async draw(root) {
      overlaid(root)
      aLesson()
    },
  },
  {
    name: 'overlay-lesson-over',
    ...pageWindow,
    async draw(root) {
      overlaid(root)
      const goOn = aLesson()
      for (const _ of steps) goOn()
    },
  },
]
