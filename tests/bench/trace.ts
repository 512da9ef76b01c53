import type { Page } from 'puppeteer'
import { z } from 'zod'

const Event = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().optional(),
  tdur: z.number().optional(),
  args: z.unknown().optional(),
})
type Event = z.infer<typeof Event>
const Trace = z.object({ traceEvents: z.array(Event) })
const Thread = z.object({ name: z.string() })
const Script = z.object({ data: z.object({ url: z.string() }) })

/** A task of the page's main thread in which code of the extension ran; `cpu` in ms of the thread's own time. */
export interface Task {
  cpu: number
}

/**
 * The tasks in which the extension's code ran on the page while `act` went on. The thread's own time is taken,
 * because a machine that does something else at the same moment does not make a task longer.
 */
export async function extensionTasks(
  page: Page,
  extensionId: string,
  act: () => Promise<void>,
): Promise<Task[]> {
  await page.tracing.start({
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute'],
  })
  await act()
  const trace = await page.tracing.stop()
  if (!trace) throw new Error('Chromium gave no trace')
  const { traceEvents } = Trace.parse(JSON.parse(new TextDecoder().decode(trace)))
  const ours = traceEvents.filter(event => isOurs(event, extensionId))
  const pages = new Set(traceEvents.filter(isPageThread).map(threadOf))
  const tasks = traceEvents.filter(
    event => event.name === 'RunTask' && event.dur !== undefined && pages.has(threadOf(event)),
  )
  return tasks
    .filter(task => ours.some(event => within(event, task)))
    .map(task => ({ cpu: (task.tdur ?? task.dur ?? 0) / 1000 }))
}

/** The thread that draws a page; the extension's worker has one of its own, whose tasks stop nobody. */
function isPageThread(event: Event): boolean {
  return event.name === 'thread_name' && Thread.safeParse(event.args).data?.name === 'CrRendererMain'
}

function threadOf({ pid, tid }: Event): string {
  return `${pid} ${tid}`
}

function isOurs(event: Event, extensionId: string): boolean {
  const script = Script.safeParse(event.args)
  return script.success && script.data.data.url.startsWith(`chrome-extension://${extensionId}/`)
}

function within(event: Event, task: Event): boolean {
  return (
    event.pid === task.pid &&
    event.tid === task.tid &&
    event.ts >= task.ts &&
    event.ts <= task.ts + (task.dur ?? 0)
  )
}
