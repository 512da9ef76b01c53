/** What a person can name on a page: a role and an accessible name. */
export interface Thing {
  role: string
  name: string
  description: string
  value: string
  checked: boolean
  disabled: boolean
  expanded: boolean
  focused: boolean
  /** The browser's own number of it. */
  id: number
}

export interface Point {
  x: number
  y: number
}

/**
 * What a browser tells of a page to one who cannot see it: Chromium over its debugging protocol, Firefox through its
 * accessibility tree. Each throws `… is detached …` of a thing that is no longer in the page.
 */
export interface Eyes {
  /** All things of a role, in the order of the page. */
  things(role: string): Promise<Thing[]>
  bringIntoView(thing: Thing): Promise<void>
  /** The corners of its box in the viewport's CSS pixels, x and y by turns; empty while it has none. */
  corners(thing: Thing): Promise<readonly number[]>
  /** Whether a press at this point meets the thing, something in it or its label. */
  isAt(thing: Thing, point: Point): Promise<boolean>
  /** The text that a person could read within it. */
  textOf(thing: Thing): Promise<string>
  /** Chooses an option of a native select by its visible text. Gives null, or the options there are if none fits. */
  choose(select: Thing, option: string | RegExp): Promise<string[] | null>
}

type Key = 'Enter' | 'Escape' | 'Backspace' | 'Tab' | 'ArrowDown'

/** What a person's hands do to a page, in any browser; puppeteer's page is one. */
export interface Hands {
  url(): string
  readonly mouse: {
    click(x: number, y: number, options?: { count?: number }): Promise<void>
    move(x: number, y: number): Promise<void>
  }
  readonly keyboard: { press(key: Key): Promise<void>; type(text: string): Promise<void> }
  /** Runs a function in the page, as a script of the page does. */
  evaluate(script: () => unknown): Promise<unknown>
  reload(): Promise<unknown>
  bringToFront(): Promise<void>
  close(): Promise<void>
}
