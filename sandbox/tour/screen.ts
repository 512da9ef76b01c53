import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Page } from 'puppeteer'

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
  /** Chromium's own number of its element. */
  backendNodeId: number
}

type Name = string | RegExp

/**
 * A page as a person with a screen reader has it: things by role and accessible name, those in closed shadow
 * roots included, and the mouse and keyboard to act on them. Nothing here reaches past the surface.
 */
export class Screen {
  readonly page: Page
  #session: Promise<CDPSession> | undefined

  constructor(page: Page) {
    this.page = page
  }

  /** All things of a role whose name is, or matches, `name`, in the order of the page. */
  async all(role: string, name: Name = /(?:)/): Promise<Thing[]> {
    const session = await this.#cdp()
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    return nodes.flatMap(node => {
      const named = String(node.name?.value ?? '')
      if (node.ignored || node.role?.value !== role || node.backendDOMNodeId === undefined) return []
      if (typeof name === 'string' ? named !== name : !name.test(named)) return []
      const property = (key: string) => node.properties?.find(each => each.name === key)?.value.value
      return [
        {
          role,
          name: named,
          description: String(node.description?.value ?? ''),
          value: String(node.value?.value ?? ''),
          checked: property('checked') === 'true',
          disabled: property('disabled') === true,
          expanded: property('expanded') === true,
          focused: property('focused') === true,
          backendNodeId: node.backendDOMNodeId,
        },
      ]
    })
  }

  /** The first such thing, waited for. @throws after `patience` (ms), naming what of that role was there instead */
  async find(role: string, name: Name, patience = 15_000): Promise<Thing> {
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
  async gone(role: string, name: Name, patience = 15_000): Promise<void> {
    await this.until(
      () => this.all(role, name),
      things => things.length === 0,
      patience,
    )
  }

  /** Looks again and again until what it sees satisfies. @throws after `patience` (ms), with the last sight */
  async until<Sight>(look: () => Promise<Sight>, satisfies: (sight: Sight) => boolean, patience = 15_000) {
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
    const session = await this.#cdp()
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: select.backendNodeId })
    const answer = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: `function (wanted, flags) {
        const fits = text => flags === null ? text === wanted : new RegExp(wanted, flags).test(text)
        const index = [...this.options].findIndex(option => fits(option.text.trim()))
        if (index < 0) return [...this.options].map(option => option.text.trim())
        this.focus()
        this.selectedIndex = index
        this.dispatchEvent(new Event('input', { bubbles: true }))
        this.dispatchEvent(new Event('change', { bubbles: true }))
        return null
      }`,
      arguments:
        typeof option === 'string'
          ? [{ value: option }, { value: null }]
          : [{ value: option.source }, { value: option.flags }],
      returnByValue: true,
    })
    const others: unknown = answer.result.value
    if (others !== null)
      throw new Error(`${name} offers no ${option}, but ${JSON.stringify(others ?? answer)}`)
  }

  /** The text that a person could read within a thing. */
  async textOf(thing: Thing): Promise<string> {
    const session = await this.#cdp()
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: thing.backendNodeId })
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: 'function () { return this.innerText ?? this.textContent }',
      returnByValue: true,
    })
    return String(result.value)
  }

  /**
   * The middle of a thing, once it stands still and nothing lies over it: what is just being filled moves its
   * parts away from under the hand.
   */
  async #centre(thing: Thing): Promise<{ x: number; y: number }> {
    const session = await this.#cdp()
    const of = { backendNodeId: thing.backendNodeId }
    await session.send('DOM.scrollIntoViewIfNeeded', of)
    let before = ''
    const { centre } = await this.until(
      async () => {
        const [quad = []] = (await session.send('DOM.getContentQuads', of)).quads
        if (quad.length === 0) await this.#mustBeThere(thing)
        const still = quad.length > 0 && before === quad.join()
        before = quad.join()
        const mean = (from: number) =>
          [0, 2, 4, 6].reduce((sum, corner) => sum + (quad[from + corner] ?? 0), 0) / 4
        const middle = { x: mean(0), y: mean(1) }
        return { centre: middle, ready: still && (await this.#isAt(thing, middle)) }
      },
      ({ ready }) => ready,
      5_000,
    )
    return centre
  }

  /** @throws as Chromium does of an element that is gone: what was taken out of the page and is still known has no place */
  async #mustBeThere(thing: Thing): Promise<void> {
    const session = await this.#cdp()
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: thing.backendNodeId })
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: 'function () { return this.isConnected }',
      returnByValue: true,
    })
    if (result.value !== true) throw new Error(`${thing.role} ${thing.name} is detached from the page`)
  }

  /** Whether a press at this point meets the thing, something in it or its label. */
  async #isAt(thing: Thing, { x, y }: { x: number; y: number }): Promise<boolean> {
    const session = await this.#cdp()
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: thing.backendNodeId })
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: `function (x, y) {
        const met = this.getRootNode().elementFromPoint(x, y)
        return met !== null && (this.contains(met) || this.parentNode === met || met.closest('label')?.control === this)
      }`,
      arguments: [{ value: x }, { value: y }],
      returnByValue: true,
    })
    return result.value === true
  }

  #cdp(): Promise<CDPSession> {
    this.#session ??= this.page.createCDPSession().then(async session => {
      await session.send('DOM.enable')
      await session.send('Accessibility.enable')
      return session
    })
    return this.#session
  }
}

/** What Chromium says of an element that is no longer in the page. */
function isGone(error: unknown): boolean {
  return error instanceof Error && /detached|No node|Could not (find|compute)/i.test(error.message)
}
