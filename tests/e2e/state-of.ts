import { setTimeout as sleep } from 'node:timers/promises'
import type { World } from '#sandbox/tour/world.ts'

const patienceMs = 5_000

/**
 * What can be seen of page, overlay, worker and store after a test has failed, for who reads its log: what failed may
 * come once in a hundred runs.
 */
export async function stateOf({ stack, invoices }: World): Promise<string> {
  const { browser } = stack
  const worker = browser.targets().find(target => target.type() === 'service_worker')
  const seen = {
    targets: browser.targets().map(target => `${target.type()} ${target.url()}`),
    page: await inTime(invoices.page.evaluate(pageState)),
    frames: await inTime(invoices.page.evaluate(frameComes)),
    overlay: await inTime(overlayWords(invoices)),
    store: worker ? await inTime(worker.worker().then(found => found?.evaluate(storeState))) : 'no worker',
  }
  return `What was there when it failed: ${JSON.stringify(seen, null, 2)}`
}

async function inTime(look: Promise<unknown>): Promise<unknown> {
  try {
    return await Promise.race([look, sleep(patienceMs, `nothing within ${patienceMs / 1000} s`)])
  } catch (error) {
    return String(error)
  }
}

async function overlayWords(screen: World['invoices']): Promise<string[]> {
  const parts = [...(await screen.all('region', 'Clearcloud')), ...(await screen.all('dialog'))]
  return Promise.all(parts.map(part => screen.textOf(part)))
}

/** Runs in the page. */
function pageState() {
  return {
    address: location.href,
    visibility: document.visibilityState,
    hasFocus: document.hasFocus(),
    rows: document.querySelectorAll('tbody tr').length,
    ours: document.querySelectorAll('[data-clearcloud]').length,
    extensionAnswers: !document.dispatchEvent(new CustomEvent('clearcloud-present', { cancelable: true })),
  }
}

/** Runs in the page. */
function frameComes(): Promise<string> {
  return new Promise(done => requestAnimationFrame(() => done('a frame comes')))
}

/** Runs in the worker: whether the store opens, and how much is in it. */
function storeState(): Promise<string> {
  return new Promise(done => {
    const opening = indexedDB.open('clearcloud')
    opening.onblocked = () => done('blocked')
    opening.onerror = () => done(`does not open: ${opening.error}`)
    opening.onsuccess = () => {
      const store = opening.result
      const counting = store.transaction('invoices').objectStore('invoices').count()
      counting.onerror = () => done(`cannot be read: ${counting.error}`)
      counting.onsuccess = () => {
        store.close()
        done(`version ${store.version}, ${counting.result} invoices`)
      }
    }
  })
}
