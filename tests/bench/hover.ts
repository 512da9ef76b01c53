import type { Page } from 'puppeteer'
import { startBrowser } from '#sandbox/launch/browser.ts'
import { buildExtension } from '#sandbox/launch/extension.ts'
import { chromiumScreen } from '#sandbox/tour/chromium-screen.ts'
import type { Bench } from './measure.ts'
import { servePageOfRows } from './page-of-rows.ts'

const count = 100
const tries = 10

export const hover: Bench = {
  name: 'hover',
  says: 'a tooltip stands in the first frame after the pointer came, once the assessment is known',
  async run() {
    const page = await servePageOfRows(count)
    const { browser } = await startBrowser(await buildExtension(), true)
    try {
      const tab = await browser.newPage()
      const screen = chromiumScreen(tab)
      await tab.bringToFront()
      await tab.goto(page.url)
      await screen.until(
        () => screen.all('button', /^Ready to export: /),
        found => found.length >= tries,
        30_000,
      )
      const frames: number[] = []
      for (let index = 0; index < tries; index += 1) frames.push(await framesToTooltip(tab, index))
      return [
        { what: 'frames until the tooltip stands', value: Math.max(...frames), limit: 1, unit: 'frames' },
      ]
    } finally {
      await browser.close()
      await page.close()
    }
  },
}

/**
 * Moves the pointer onto a mark and counts the frames until our layer covers a point beside it.
 * What is asked of the page is what anybody can see of it: which element lies at a point.
 */
async function framesToTooltip(page: Page, index: number): Promise<number> {
  await page.mouse.move(4, 4)
  const { x, y } = await page.evaluate(at => {
    const mark = document.querySelectorAll('tbody [data-clearcloud="mark"]')[at]
    if (!mark) throw new Error('There is no mark')
    const box = mark.getBoundingClientRect()
    return { x: box.left + 12, y: box.top + 12 }
  }, index)
  const counted = page.evaluate(
    (x, y) =>
      new Promise<number>(done => {
        // It may stand on either side of the clouds' column, above or under.
        const around = [-200, -120, -60, -30, 40, 80, 160].flatMap(dx =>
          [-36, -18, 0, 18, 36].map(dy => ({ dx, dy })),
        )
        const isOurs = ({ dx, dy }: { dx: number; dy: number }) =>
          document.elementFromPoint(x + dx, y + dy)?.getAttribute('data-clearcloud') === 'layer'
        const stands = () => around.some(isOurs)
        let frames = 0
        const look = () => {
          if (stands()) return done(frames)
          frames += 1
          if (frames > 120) return done(Number.POSITIVE_INFINITY)
          requestAnimationFrame(look)
        }
        document.addEventListener('pointerover', () => requestAnimationFrame(look), {
          once: true,
          capture: true,
        })
      }),
    x,
    y,
  )
  await page.mouse.move(x, y)
  return counted
}
