import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { Taught } from '#lib/page/taught.ts'
import { readSetting } from '#lib/store/settings.ts'
import { aStore } from '../store/a-store.ts'
import { anApp, fromOptions, stopApps } from './an-app.ts'

afterEach(stopApps)

const taught = Taught.parse({
  at: '2026-11-03T02:00:00.000Z',
  columns: { number: ['Beleg'] },
  clouds: {},
})
const file = (over: object = {}) => JSON.stringify({ clearcloudPage: 1, taught, ...over })

async function columnsOf(app: ReturnType<typeof anApp>) {
  const setup = await app.ask('page-profile', { origin: 'https://app.foodrazor.com' })
  if (!('profile' in setup)) throw new Error(setup.problem)
  return setup.profile?.columns.number
}

test('a lesson begins in the page that was looked at last, which comes to the front', async () => {
  const app = anApp(aStore())
  expect(await app.ask('teach', {}, fromOptions)).toMatchObject({ ok: true })
  expect(app.opened).toEqual(['teach.js in 7', 'tab 7'])
})

test('without an open page there is nothing to teach by, nor to look into', async () => {
  const app = anApp(aStore())
  app.page.tabs = []
  expect(await app.ask('teach', {}, fromOptions)).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/Open Foodrazor/),
  })
  expect(await app.ask('diagnose', {}, fromOptions)).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/Open Foodrazor/),
  })
})

test('what a lesson taught is read by at once, and kept', async () => {
  const store = aStore()
  const app = anApp(store)
  expect(await columnsOf(app)).not.toContain('beleg')
  await app.ask('teach', {}, fromOptions)
  expect(await app.ask('keep-taught', { taught })).toMatchObject({ ok: true })
  expect(await columnsOf(app)).toContain('beleg')
  expect(app.notices('profile-changed')).toHaveLength(1)
  expect(await columnsOf(anApp(store))).toContain('beleg')
})

test('a page in which no lesson was begun teaches nothing', async () => {
  const store = aStore()
  const app = anApp(store)
  expect(await app.ask('keep-taught', { taught })).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/No lesson/),
  })
  expect(await readSetting(store, 'taught')).toBeNull()
})

test('what was taught is forgotten at a word', async () => {
  const store = aStore()
  const app = anApp(store)
  await app.ask('import-taught', { text: file() }, fromOptions)
  expect(await columnsOf(app)).toContain('beleg')
  await app.ask('forget-taught', {}, fromOptions)
  expect(await columnsOf(app)).not.toContain('beleg')
})

test.each(['no JSON', '{}', file({ clearcloudPage: 2 }), file({ taught: { columns: {} } })])(
  'refuses a file that holds no lesson: %s',
  async text => {
    const store = aStore()
    const app = anApp(store)
    const outcome = await app.ask('import-taught', { text }, fromOptions)
    expect(outcome).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/not one that Clearcloud saved/),
    })
    expect(await readSetting(store, 'taught')).toBeNull()
  },
)

test('a diagnosis tells what the scripts found, and passes over frames that are not ours', async () => {
  const app = anApp(aStore())
  app.page.scriptGives = [
    { language: 'de', isFrame: false, shadowRoots: 0, frames: 1, ours: 0, heads: [], list: null },
    null,
    { language: 4 },
  ]
  const answer = await app.ask('diagnose', {}, fromOptions)
  expect(app.opened).toEqual(['diagnose.js in 7'])
  if (!answer.ok) throw new Error(answer.problem)
  expect(answer.report).toContain('The page: language de')
  expect(answer.report.match(/: language /g)).toHaveLength(1)
})
