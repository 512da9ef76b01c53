import { startBrowser } from '#sandbox/launch/browser.ts'
import { buildExtension } from '#sandbox/launch/extension.ts'
import { chromiumScreen } from '#sandbox/tour/chromium-screen.ts'
import type { Bench } from './measure.ts'
import { servePageOfRows } from './page-of-rows.ts'
import { extensionTasks } from './trace.ts'

const count = 500
const marks =
  /^(Ready to export|Exported|Missing product group|Missing account|Export failed|Not recognised): /

export const rows: Bench = {
  name: 'rows',
  says: `${count} rows in sight are annotated without a long task`,
  async run() {
    const page = await servePageOfRows(count)
    const { browser, extensionId } = await startBrowser(await buildExtension(), true)
    try {
      const screen = chromiumScreen(await browser.newPage())
      // A tab that is not in front draws no frames, and its layout is then read when nobody has made it yet.
      await screen.page.bringToFront()
      await screen.page.setViewport({ width: 1360, height: count * 40 })
      const tasks = await extensionTasks(screen.page, extensionId, async () => {
        await screen.page.goto(page.url)
        await screen.until(
          () => screen.all('button', marks),
          found => found.length === count,
          30_000,
        )
      })
      if (tasks.length === 0) throw new Error('The trace shows no code of the extension')
      return [
        {
          what: 'tasks over 50 ms',
          value: tasks.filter(task => task.cpu > 50).length,
          limit: 0,
          unit: 'tasks',
        },
        {
          what: 'longest task',
          value: Math.max(...tasks.map(task => task.cpu)),
          limit: 50,
          unit: 'ms of the thread',
        },
      ]
    } finally {
      await browser.close()
      await page.close()
    }
  },
}
