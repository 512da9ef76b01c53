import { browser } from './browser.ts'

/**
 * Whether the browser lets us onto Foodrazor's pages. Firefox, and Chromium by its menu, leave that to the person,
 * who may have said no at the install or taken it back since.
 */
export interface PageAccess {
  has(): Promise<boolean>
  /** Asks the person; gives what was said. Must be called synchronously in the handler of a click. */
  request(): Promise<boolean>
  /** Tells of every change, until what it gives is called. */
  onChange(hear: () => void): () => void
}

/** The access in the browser that runs us, to all the pages that the manifest names. */
export const pageAccess: PageAccess = {
  has: () => browser.permissions.contains(pages()),
  request: () => browser.permissions.request(pages()),
  onChange(hear) {
    const events = [browser.permissions.onAdded, browser.permissions.onRemoved]
    for (const event of events) event.addListener(hear)
    return () => {
      for (const event of events) event.removeListener(hear)
    }
  },
}

function pages(): { origins: string[] } {
  return { origins: browser.runtime.getManifest().host_permissions ?? [] }
}
