import { setTimeout as sleep } from 'node:timers/promises'
import type { Eyes, Hands, Point, Thing } from './eyes.ts'

export type { Thing } from './eyes.ts'

type Name = string | RegExp

/** Until something is not coming: on a machine that is busy with much else, it comes late. */
const patienceMs = 30_000

/**
 * A page as a person with a screen reader has it: things by role and accessible name, those in closed shadow
 * roots included, and the mouse and keyboard to act on them. Nothing here reaches past the surface.
 */
export class Screen<Page extends Hands = Hands> {
  readonly page: Page
  readonly #eyes: Eyes

  constructor(page: Page, eyes: Eyes) {
    this.page = page
    this.#eyes = eyes
  }

  /** All things of a role whose name is, or matches, `name`, in the order of the page. */
  async all(role: string, name: Name = /(?:)/): Promise<Thing[]> {
    const things = await this.#eyes.things(role)
    return things.filter(thing => (typeof name === 'string' ? thing.name === name : name.test(thing.name)))
  }

  /** The first such thing, waited for. @throws after `patience` (ms), naming what of that role was there instead */
  async find(role: string, name: Name, patience = patienceMs): Promise<Thing> {
    const found = await this.until(
      () => this.all(role, name),
      things => things.length > 0,
      patience,
    ).catch(() => [])
    const [first] = found
    if (first) return first
    const others = (await this.all(role)).map(thing => JSON.stringify(thing.name.slice(0, 60)))
    throw new Error(
      `No ${role} named ${name} on ${this.page.url()}. There: ${[...new Set(others)].slice(0, 25).join(', ') || 'none of that role'}`,
    )
  }

  /** Waits until there is no such thing. */
  async gone(role: string, name: Name, patience = patienceMs): Promise<void> {
    await this.until(
      () => this.all(role, name),
      things => things.length === 0,
      patience,
    )
  }

  /** Looks again and again until what it sees satisfies. @throws after `patience` (ms), with the last sight */
  async until<Sight>(
    look: () => Promise<Sight>,
    satisfies: (sight: Sight) => boolean,
    patience = patienceMs,
  ) {
    const deadline = Date.now() + patience
    for (;;) {
      const sight = await look()
      if (satisfies(sight)) return sight
      if (Date.now() > deadline) {
        throw new Error(
          `Not seen within ${patience / 1000} s on ${this.page.url()}: ${JSON.stringify(sight).slice(0, 600)}`,
        )
      }
      await sleep(100)
    }
  }

  /**
   * Clicks the first such thing, once it may be clicked. One that the page draws anew under the hand is looked
   * for again.
   */
  async click(role: string, name: Name, patience?: number): Promise<Thing> {
    for (let tries = 1; ; tries += 1) {
      const thing = await this.#enabled(await this.find(role, name, patience), patience)
      try {
        await this.clickOn(thing)
        return thing
      } catch (error) {
        if (tries === 3 || !isGone(error)) throw error
      }
    }
  }

  /** Clicks the first such thing at once. False where there is none, or it goes before it can be pressed. */
  async clickIfThere(role: string, name: Name): Promise<boolean> {
    const [thing] = await this.all(role, name)
    if (!thing) return false
    try {
      await this.clickOn(thing)
      return true
    } catch (error) {
      if (isGone(error)) return false
      throw error
    }
  }

  async #enabled(thing: Thing, patience?: number): Promise<Thing> {
    if (!thing.disabled) return thing
    const [now = thing] = await this.until(
      () => this.all(thing.role, thing.name),
      ([first]) => first?.disabled === false,
      patience,
    )
    return now
  }

  async clickOn(thing: Thing, options: { count?: number } = {}): Promise<void> {
    const { x, y } = await this.#centre(thing)
    await this.page.mouse.click(x, y, options)
  }

  async hoverOver(thing: Thing): Promise<void> {
    const { x, y } = await this.#centre(thing)
    await this.page.mouse.move(x, y)
  }

  /** Replaces what stands in a field, by keyboard. */
  async fill(role: string, name: Name, text: string): Promise<void> {
    const thing = await this.click(role, name)
    await this.clickOn(thing, { count: 3 })
    await this.page.keyboard.press('Backspace')
    await this.page.keyboard.type(text)
  }

  /** Chooses an option of a native select by its visible text, as the keyboard does. */
  async choose(name: Name, option: Name): Promise<void> {
    const select = await this.find('combobox', name)
    const others = await this.#eyes.choose(select, option)
    if (others !== null) throw new Error(`${name} offers no ${option}, but ${JSON.stringify(others)}`)
  }

  /** The text that a person could read within a thing. */
  textOf(thing: Thing): Promise<string> {
    return this.#eyes.textOf(thing)
  }

  /**
   * The middle of a thing, once it stands still and nothing lies over it: what is just being filled moves its
   * parts away from under the hand, and out of the window.
   */
  async #centre(thing: Thing): Promise<Point> {
    let before = ''
    const { centre } = await this.until(
      async () => {
        await this.#eyes.bringIntoView(thing)
        const corners = await this.#eyes.corners(thing)
        const still = corners.length > 0 && before === corners.join()
        before = corners.join()
        const mean = (from: number) =>
          [0, 2, 4, 6].reduce((sum, corner) => sum + (corners[from + corner] ?? 0), 0) / 4
        const middle = { x: mean(0), y: mean(1) }
        return { centre: middle, ready: still && (await this.#eyes.isAt(thing, middle)) }
      },
      ({ ready }) => ready,
      patienceMs,
    )
    return centre
  }
}

/** What a browser says of an element that is no longer in the page. */
function isGone(error: unknown): boolean {
  return (
    error instanceof Error && /detached|No node|layout object|Could not (find|compute)/i.test(error.message)
  )
}
