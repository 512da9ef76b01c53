import type { CDPSession, Page } from 'puppeteer'
import { chooseOption, optionWanted } from './choose-option.ts'
import type { Eyes, Thing } from './eyes.ts'
import { Screen } from './screen.ts'

/** A page of Chromium. */
export type ChromiumScreen = Screen<Page>

export function chromiumScreen(page: Page): ChromiumScreen {
  return new Screen(page, chromiumEyes(page))
}

/** Looks at a page over Chromium's debugging protocol. */
function chromiumEyes(page: Page): Eyes {
  let opened: Promise<CDPSession> | undefined
  const cdp = () => {
    opened ??= page.createCDPSession().then(async session => {
      await session.send('DOM.enable')
      await session.send('Accessibility.enable')
      return session
    })
    return opened
  }

  /** Calls a function, given as source text, with the thing's element as `this`. */
  async function call(thing: Thing, functionDeclaration: string, ...values: unknown[]): Promise<unknown> {
    const session = await cdp()
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: thing.id })
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration,
      arguments: values.map(value => ({ value })),
      returnByValue: true,
    })
    return result.value
  }

  return {
    async things(role) {
      const session = await cdp()
      const { nodes } = await session.send('Accessibility.getFullAXTree')
      return nodes.flatMap(node => {
        if (node.ignored || node.role?.value !== role || node.backendDOMNodeId === undefined) return []
        const property = (key: string) => node.properties?.find(each => each.name === key)?.value.value
        return [
          {
            role,
            name: String(node.name?.value ?? ''),
            description: String(node.description?.value ?? ''),
            value: String(node.value?.value ?? ''),
            checked: property('checked') === 'true',
            disabled: property('disabled') === true,
            expanded: property('expanded') === true,
            focused: property('focused') === true,
            id: node.backendDOMNodeId,
          },
        ]
      })
    },
    async bringIntoView(thing) {
      await (await cdp()).send('DOM.scrollIntoViewIfNeeded', { backendNodeId: thing.id })
    },
    async corners(thing) {
      const { quads } = await (await cdp()).send('DOM.getContentQuads', { backendNodeId: thing.id })
      const [quad = []] = quads
      // What was taken out of the page and is still known has no place either.
      if (quad.length === 0 && (await call(thing, 'function () { return this.isConnected }')) !== true) {
        throw new Error(`${thing.role} ${thing.name} is detached from the page`)
      }
      return quad
    },
    async isAt(thing, { x, y }) {
      const meets = `function (x, y) {
        const met = this.getRootNode().elementFromPoint(x, y)
        return met !== null && (this.contains(met) || this.parentNode === met || met.closest('label')?.control === this)
      }`
      return (await call(thing, meets, x, y)) === true
    },
    async textOf(thing) {
      return String(await call(thing, 'function () { return this.innerText ?? this.textContent }'))
    },
    async choose(select, option) {
      return (await call(select, chooseOption, ...optionWanted(option))) as string[] | null
    },
  }
}
