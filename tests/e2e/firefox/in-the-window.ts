import type { Point, Thing } from '#sandbox/tour/eyes.ts'

/** Where in the browser's window one looks: a tab in front, what the toolbar's button opens, the sidebar, or all. */
export type Place = 'tab' | 'popup' | 'sidebar' | 'window'

/** What can be asked of the accessibility tree. */
export type Question =
  | { ask: 'things'; role: string }
  | { ask: 'show' | 'corners' | 'text'; id: number }
  | { ask: 'meets'; id: number; at: Point }

/**
 * Answers from the accessibility tree that Firefox keeps for screen readers, with the parts in closed shadow roots.
 * Runs within the browser's own window, so that it must be whole in itself.
 */
export function inTheWindow(place: Place, question: Question): unknown {
  // Held by the window: Firefox puts its accessibility away, with all trees, when nobody holds it any more.
  window.accessibility ??= Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService)
  const service = window.accessibility
  const states = Ci.nsIAccessibleStates
  const root = service.getAccessibleFor(element())
  if (root === null) return question.ask === 'things' ? [] : null

  function element() {
    if (place === 'tab') return gBrowser.selectedBrowser
    if (place === 'popup') return document.querySelector('.webextension-popup-browser')
    if (place === 'sidebar') return document.getElementById('sidebar')
    return document
  }

  /** Where coordinates begin on the screen, in CSS pixels: at the page, or at the window for what is beside it. */
  const origin =
    place === 'tab'
      ? { x: gBrowser.selectedBrowser.screenX, y: gBrowser.selectedBrowser.screenY }
      : { x: window.mozInnerScreenX, y: window.mozInnerScreenY }

  function* within(top: Accessible): Generator<Accessible> {
    for (let child = top.firstChild; child !== null; child = child.nextSibling) {
      yield child
      yield* within(child)
    }
  }

  function withId(id: number): Accessible | null {
    for (const one of within(root as Accessible)) if (one.uniqueID === id) return one
    return null
  }

  function roleOf(one: Accessible): string {
    const own = service.getStringRole(one.role)
    return own === 'text leaf' ? 'StaticText' : one.computedARIARole
  }

  function thing(one: Accessible, role: string): Thing {
    const state = { value: 0 }
    one.getState(state, {})
    const has = (flag: number) => (state.value & flag) !== 0
    return {
      role,
      name: one.name ?? '',
      description: one.description ?? '',
      value: one.value ?? '',
      checked: has(states.STATE_CHECKED),
      disabled: has(states.STATE_UNAVAILABLE),
      expanded: has(states.STATE_EXPANDED),
      focused: has(states.STATE_FOCUSED),
      id: one.uniqueID,
    }
  }

  function cornersOf(one: Accessible): number[] {
    const [x, y, width, height] = [{ value: 0 }, { value: 0 }, { value: 0 }, { value: 0 }]
    one.getBounds(x, y, width, height)
    if (width.value === 0 || height.value === 0) return []
    const scale = window.devicePixelRatio
    const left = x.value / scale - origin.x
    const top = y.value / scale - origin.y
    const right = left + width.value / scale
    const bottom = top + height.value / scale
    return [left, top, right, top, right, bottom, left, bottom]
  }

  function* around(one: Accessible | null): Generator<number> {
    for (let each = one; each !== null && each !== root; each = each.parent) yield each.uniqueID
  }

  /**
   * Whether what lies at the point is this one or in it. For what a transform has moved, the tree finds no more than
   * what that stands in, which does as well.
   */
  function meets(one: Accessible, { x, y }: Point): boolean {
    const scale = window.devicePixelRatio
    const met = root?.getDeepestChildAtPoint((x + origin.x) * scale, (y + origin.y) * scale) ?? null
    return (
      met !== null && ([...around(met)].includes(one.uniqueID) || [...around(one)].includes(met.uniqueID))
    )
  }

  function textOf(one: Accessible): string {
    const lines: string[] = []
    let last: Accessible | null = null
    for (const leaf of within(one)) {
      if (service.getStringRole(leaf.role) !== 'text leaf') continue
      if (last !== null && leaf.parent?.uniqueID === last.uniqueID) lines.push(`${lines.pop()}${leaf.name}`)
      else lines.push(leaf.name ?? '')
      last = leaf.parent
    }
    return lines.join('\n')
  }

  if (question.ask === 'things') {
    const things: Thing[] = []
    for (const one of within(root)) if (roleOf(one) === question.role) things.push(thing(one, question.role))
    return things
  }
  const found = withId(question.id)
  if (found === null) return null
  if (question.ask === 'show') found.scrollTo(Ci.nsIAccessibleScrollType.SCROLL_TYPE_ANYWHERE)
  if (question.ask === 'corners') return cornersOf(found)
  if (question.ask === 'text') return textOf(found)
  // The tree of the whole window is not asked what lies at a point in one of its panels.
  if (question.ask === 'meets') return place === 'window' || meets(found, question.at)
  return true
}

/** The little of the browser's own window that is used here. */
interface Accessible {
  readonly name: string | null
  readonly description: string | null
  readonly value: string | null
  readonly role: number
  readonly computedARIARole: string
  readonly uniqueID: number
  readonly parent: Accessible | null
  readonly firstChild: Accessible | null
  readonly nextSibling: Accessible | null
  getState(state: { value: number }, extra: object): void
  getBounds(x: object, y: object, width: object, height: object): void
  getDeepestChildAtPoint(x: number, y: number): Accessible | null
  scrollTo(how: number): void
}
interface AccessibilityService {
  getAccessibleFor(node: unknown): Accessible | null
  getStringRole(role: number): string
}
declare const Cc: Record<string, { getService(kind: unknown): AccessibilityService }> & {
  '@mozilla.org/accessibilityService;1': { getService(kind: unknown): AccessibilityService }
}
declare const Ci: {
  nsIAccessibilityService: unknown
  nsIAccessibleStates: Record<
    'STATE_CHECKED' | 'STATE_UNAVAILABLE' | 'STATE_EXPANDED' | 'STATE_FOCUSED',
    number
  >
  nsIAccessibleScrollType: { SCROLL_TYPE_ANYWHERE: number }
}
declare const gBrowser: { selectedBrowser: { screenX: number; screenY: number } }
declare const document: { querySelector(css: string): unknown; getElementById(id: string): unknown }
declare const window: {
  accessibility?: AccessibilityService
  devicePixelRatio: number
  mozInnerScreenX: number
  mozInnerScreenY: number
}
