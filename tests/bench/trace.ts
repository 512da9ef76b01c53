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

/** A task of the page's main thread in which code of the extension ran; `cpu`: that code's part of it, in ms of the thread's own time. */
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
  const events = await traced(page, act)
  const ours = events.filter(event => isOurs(event, extensionId))
  const tasks = events.filter(event => event.name === 'RunTask' && event.dur !== undefined)
  return tasks.flatMap(task => {
    const inTask = ours.filter(event => within(event, task))
    return inTask.length > 0 ? [{ cpu: timeOf(inTask) }] : []
  })
}

const scripts: readonly string[] = ['EvaluateScript', 'FunctionCall', 'RunMicrotasks', 'v8.compile']

/** The thread's own time that went into all scripts of a page, whoever's, while `act` went on, in ms. */
export async function scriptTime(page: Page, act: () => Promise<void>): Promise<number> {
  const events = await traced(page, act)
  return timeOf(events.filter(({ name }) => scripts.includes(name)))
}

/** The thread's own time of these events, in ms; what is part of another counts once. */
function timeOf(events: readonly Event[]): number {
  const begun = events.filter(({ dur }) => dur !== undefined)
  begun.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  let sum = 0
  /** Where each thread's outermost event ends: what begins before that is part of it. */
  const ends = new Map<string, number>()
  for (const event of begun) {
    const thread = threadOf(event)
    if (event.ts < (ends.get(thread) ?? 0)) continue
    ends.set(thread, event.ts + (event.dur ?? 0))
    sum += cpuOf(event)
  }
  return sum
}

/** What the threads that draw pages did while `act` went on. */
async function traced(page: Page, act: () => Promise<void>): Promise<Event[]> {
  await page.tracing.start({
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute', 'v8'],
  })
  await act()
  const trace = await page.tracing.stop()
  if (!trace) throw new Error('Chromium gave no trace')
  const { traceEvents } = Trace.parse(JSON.parse(new TextDecoder().decode(trace)))
  const pages = new Set(traceEvents.filter(isPageThread).map(threadOf))
  return traceEvents.filter(event => pages.has(threadOf(event)))
}

function cpuOf({ tdur, dur = 0 }: Event): number {
  return (tdur ?? dur) / 1000
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
