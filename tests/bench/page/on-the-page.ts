/** Sums up the layout shift that no click called for; runs in the page before anything else. */
export function shifts(): void {
  const counted = globalThis as { shifted?: number }
  counted.shifted = 0
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    })[]) {
      if (!entry.hadRecentInput) counted.shifted = (counted.shifted ?? 0) + entry.value
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Scrolls the list from end to end, a good screen a frame, and counts the frames over 50 ms; runs in the page. */
export async function scrolled(): Promise<number> {
  const view = document.getElementById('view')
  if (!view) throw new Error('There is no list')
  let long = 0
  const observer = new PerformanceObserver(list => {
    long += list.getEntries().length
  })
  observer.observe({ type: 'long-animation-frame' })
  const frame = () => new Promise(done => requestAnimationFrame(done))
  const step = Math.max(800, Math.ceil(view.scrollHeight / 300))
  for (let top = 0; top < view.scrollHeight; top += step) {
    view.scrollTop = top
    await frame()
  }
  view.scrollTop = 0
  await frame()
  await new Promise(done => setTimeout(done, 200))
  observer.disconnect()
  return long
}

/** Clicks the sorting so many times: the middle time from the click to the frame after its effect, ms; in the page. */
export async function clicks(times: number): Promise<number> {
  const button = document.getElementById('sort')
  if (!button) throw new Error('There is no button')
  const taken: number[] = []
  for (let time = 0; time < times; time += 1) {
    const begun = performance.now()
    button.click()
    await new Promise(done =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = done
        port2.postMessage(null)
      }),
    )
    taken.push(performance.now() - begun)
    await new Promise(done => setTimeout(done, 60))
  }
  return taken.sort((one, other) => one - other)[Math.floor(times / 2)] ?? Number.NaN
}

/** Presses these buttons by turns, each once what the one before did is drawn; runs in the page. */
export async function presses(buttons: readonly string[], times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    document.getElementById(buttons[time % buttons.length] ?? '')?.click()
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  }
}
