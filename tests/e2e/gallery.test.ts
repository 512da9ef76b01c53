import { readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, parse } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { launchBrowser } from '#sandbox/launch/browser.ts'
import { serveGallery } from '#tests/gallery/serve-gallery.ts'

/** Every state of every surface in every way of showing it: its picture for the review, and what axe finds. */
const modes = [
  { mode: 'light', features: [], zoom: 1, axe: true, ofVariants: true },
  {
    mode: 'dark',
    features: [{ name: 'prefers-color-scheme', value: 'dark' }],
    zoom: 1,
    axe: true,
    ofVariants: true,
  },
  {
    mode: 'forced',
    features: [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
    zoom: 1,
    // It has no colours of ours to look at, and is built as in the light.
    axe: false,
    ofVariants: false,
  },
  { mode: 'zoomed', features: [], zoom: 2, axe: true, ofVariants: false },
] as const

const pictures = join(import.meta.dirname, '../../.output/gallery')
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const Shown = z.object({
  state: z.enum(['drawn', 'failed', 'list']),
  problem: z.string().optional(),
  scenes: z
    .array(
      z.object({
        name: z.string(),
        width: z.number(),
        height: z.number(),
        isVariant: z.boolean().default(false),
      }),
    )
    .default([]),
})
const Found = z.array(z.object({ id: z.string(), nodes: z.array(z.string()) }))

let gallery: Awaited<ReturnType<typeof serveGallery>> | undefined
let browser: Browser | undefined
beforeAll(async () => {
  await mkdir(pictures, { recursive: true })
  gallery = await serveGallery()
  browser = await launchBrowser(null, true)
})
afterAll(async () => {
  await browser?.close()
  await gallery?.close()
})

test('every surface is sound in light, dark and forced colours, and at twice the size', async () => {
  if (!browser || !gallery) throw new Error('The gallery has not opened')
  const page = await browser.newPage()
  await page.bringToFront()
  const session = await page.createCDPSession()
  const { scenes } = await shownAt(page, gallery.url)
  expect(scenes.length).toBeGreaterThan(20)
  const faults: string[] = []
  for (const { name, width, height, isVariant } of scenes) {
    await page.setViewport({ width, height })
    const { state, problem } = await shownAt(page, `${gallery.url}?scene=${name}`)
    if (state !== 'drawn') faults.push(`${name}: ${problem}`)
    await page.addScriptTag({ path: axe })
    for (const { mode, features, zoom, axe: checks, ofVariants } of modes) {
      if (isVariant && !ofVariants) continue
      const at = {
        width: Math.round(width / zoom),
        height: Math.round(height / zoom),
        deviceScaleFactor: zoom,
      }
      await page.setViewport(at)
      await session.send('Emulation.setEmulatedMedia', { features: [...features] })
      await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 50))))
      await page.screenshot({ path: join(pictures, `${name}-${mode}.png`) as `${string}.png` })
      faults.push(...(await faultsOf(page, checks)).map(fault => `${name}, ${mode}: ${fault}`))
    }
  }
  expect(faults).toEqual([])
})

/** One of each surface: those that are narrow, and those that are full of words. */
const narrow =
  /^popup-counts$|^panel-(?:products|failures)$|^overlay-(?:bar|lesson|shortcuts)$|^options-connected$/
const languages = readdirSync(join(import.meta.dirname, '../../lib/words/locales'))
  .map(file => parse(file).name)
  .filter(language => language !== 'en')

test.each(languages)('in %s nothing is cut off where it is narrow', async language => {
  if (!browser || !gallery) throw new Error('The gallery has not opened')
  const page = await browser.newPage()
  await page.bringToFront()
  const { scenes } = await shownAt(page, `${gallery.url}?language=${language}`)
  const faults: string[] = []
  for (const { name, width, height } of scenes) {
    if (!narrow.test(name)) continue
    await page.setViewport({ width, height })
    const { state, problem } = await shownAt(page, `${gallery.url}?scene=${name}&language=${language}`)
    if (state !== 'drawn') faults.push(`${name}: ${problem}`)
    await page.screenshot({ path: join(pictures, `${name}-${language}.png`) as `${string}.png` })
    faults.push(...(await faultsOf(page, false)).map(fault => `${name}: ${fault}`))
  }
  expect(faults).toEqual([])
  await page.close()
})

async function shownAt(page: Page, url: string): Promise<z.infer<typeof Shown>> {
  await page.goto(url)
  await page.waitForFunction('globalThis.shown !== undefined')
  return Shown.parse(await page.evaluate('globalThis.shown'))
}

/** What axe finds where it `checks`, and what is cut off. */
async function faultsOf(page: Page, checks: boolean): Promise<string[]> {
  const [violations, cut] = [checks ? await page.evaluate(violated) : [], await page.evaluate(cutOff)]
  const found = Found.parse([...violations, ...(cut.length > 0 ? [{ id: 'cut off', nodes: cut }] : [])])
  return found.map(({ id, nodes }) => `${id}: ${nodes.join(' ')}`)
}

/** Runs in the page, where axe is. */
async function violated(): Promise<{ id: string; nodes: string[] }[]> {
  type Violations = { violations: { id: string; nodes: { html: string }[] }[] }
  const { axe } = globalThis as unknown as { axe: { run(on: Document, how: object): Promise<Violations> } }
  // What lies over a page of somebody else's is in no landmark of it.
  const lies = document.querySelector('[data-clearcloud]') !== null
  const { violations } = await axe.run(document, { rules: { region: { enabled: !lies } } })
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 200)) }))
}

/** The buttons, tabs and headings whose words are cut off with nothing that tells them whole; runs in the page. */
function cutOff(): string[] {
  const roots: ParentNode[] = [document]
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot)
  }
  const whole = 'button, [role="tab"], h1, h2, h3, th, label'
  const all = roots.flatMap(root => [...root.querySelectorAll<HTMLElement>(whole)])
  // What is for readers' ears alone is a pixel wide.
  const isCut = (each: HTMLElement) =>
    each.clientWidth > 2 &&
    each.scrollWidth > each.clientWidth + 1 &&
    getComputedStyle(each).overflow !== 'visible' &&
    !each.title
  return all.filter(isCut).map(each => each.outerHTML.slice(0, 200))
}
