// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { type FeedMessage, openFeed, receiveFeed } from '#lib/page/feed-channel.ts'
import { observeAnswers } from '#lib/page/observe-answers.ts'
import { isTelling } from '#lib/page/telling-json.ts'

let said: FeedMessage[] = []
const answers = () => said.flatMap(message => (message.kind === 'answer' ? [message] : []))
const pending = () => said.findLast(message => message.kind === 'pending')

/** A page whose requests are answered with this. */
function aPage(answer: () => Promise<Response>) {
  const fetch = async (_url: string) => answer()
  const { location, URL } = window
  class XMLHttpRequest extends EventTarget {
    send() {}
  }
  const page = {
    fetch,
    location,
    JSON,
    URL,
    Response,
    XMLHttpRequest,
    setTimeout,
  } as unknown as typeof window
  observeAnswers(page, message => said.push(message))
  return page
}

function json(body: unknown, init: { url?: string; type?: string; status?: number } = {}): Response {
  const response = new Response(JSON.stringify(body), {
    status: init.status ?? 200,
    headers: { 'content-type': init.type ?? 'application/json' },
  })
  Object.defineProperty(response, 'url', { value: new URL(init.url ?? '/api/x', location.href).href })
  const clone = response.clone.bind(response)
  response.clone = () => Object.defineProperty(clone(), 'url', { value: response.url })
  return response
}

const settled = () => expect.poll(() => pending()).toEqual({ kind: 'pending', count: 0 })

beforeEach(() => {
  said = []
})

test('hands over a copy of a JSON answer, and leaves the page its own', async () => {
  const page = aPage(async () => json({ items: [{ id: 1 }] }))
  const response = await page.fetch('/api/x')
  expect(await response.json()).toEqual({ items: [{ id: 1 }] })
  await settled()
  expect(answers()).toEqual([
    { kind: 'answer', url: `${location.origin}/api/x`, text: '{"items":[{"id":1}]}' },
  ])
})

test.each([
  ['of another origin', { url: 'https://elsewhere.example.com/a' }],
  ['that is no JSON', { type: 'text/html' }],
  ['that is an error', { status: 500 }],
])('leaves an answer %s alone', async (_, init) => {
  const page = aPage(async () => json({ items: [] }, init))
  await page.fetch('/api/x')
  await settled()
  expect(answers()).toEqual([])
})

test('leaves an answer of more than two million characters alone', async () => {
  const page = aPage(async () => json({ text: 'x'.repeat(2_000_001) }))
  await page.fetch('/api/x')
  await settled()
  expect(answers()).toEqual([])
})

/** A response that comes piece by piece, and may stay open. */
function streamed(pieces: readonly string[], type: string, stays = false): Response {
  const body = new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
      if (!stays) controller.close()
    },
  })
  const response = new Response(body, { headers: { 'content-type': type } })
  return Object.defineProperty(response, 'url', { value: new URL('/api/x', location.href).href })
}
const texts = () => answers().map(({ text }) => text)

test.each([
  ['application/x-ndjson', ['{"id":1}\n{"id"', ':2}\n', '{"id":3}']],
  ['application/jsonl', ['{"id":1}\n', '{"id":2}\nnonsense {\n', '{"id":3}\n']],
  ['application/json-seq', ['\u001e{"id":1}\n', '\u001e{"id":2}\n\u001e{', '"id":3}\n']],
  [
    'text/event-stream; charset=utf-8',
    ['data: {"id":1}\n\n', ': ping\n\ndata: {"id":2}\n\n', 'data:{"id":3}\n\n'],
  ],
])('hands over %s piece by piece', async (type, pieces) => {
  const page = aPage(async () => streamed(pieces, type))
  const response = await page.fetch('/api/x')
  expect(await response.text()).toBe(pieces.join(''))
  await expect
    .poll(() => texts().flatMap(text => JSON.parse(text)))
    .toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
  expect(new Set(answers().map(({ url }) => url)).size).toBe(answers().length)
  await settled()
})

test('does not wait for the end of a stream that stays open', async () => {
  const page = aPage(async () => streamed(['{"id":1}\n', '{"id":2}\n'], 'application/x-ndjson', true))
  await page.fetch('/api/x')
  await expect.poll(texts).toEqual(['[{"id":1}]', '[{"id":2}]'])
  await settled()
})

test('reads no more than two million characters of a stream', async () => {
  const line = `{"text":"${'x'.repeat(999_980)}"}\n`
  const page = aPage(async () => streamed([line, line, line, line], 'application/x-ndjson'))
  const response = await page.fetch('/api/x')
  expect(await response.text()).toHaveLength(4 * line.length)
  await expect.poll(() => answers().length).toBe(2)
  await settled()
})

test('lets a request of the page fail as it would', async () => {
  const page = aPage(async () => {
    throw new TypeError('offline')
  })
  await expect(page.fetch('/api/x')).rejects.toThrow('offline')
  await settled()
})

test('still looks like the page’s own function', () => {
  const page = aPage(async () => json({}))
  expect(page.fetch.length).toBe(1)
  expect(page.fetch.name).toBe('fetch')
})

test.each([true, false])('both sides find each other, whichever begins (page first: %s)', pageFirst => {
  const target = document.implementation.createHTMLDocument()
  const received: FeedMessage[] = []
  const receive = () => receiveFeed(target, new AbortController().signal, message => received.push(message))
  if (!pageFirst) receive()
  const send = openFeed(target)
  send({ kind: 'pending', count: 1 })
  if (pageFirst) receive()
  send({ kind: 'answer', url: '/a', text: '{}' })
  expect(received).toEqual([
    { kind: 'pending', count: 1 },
    { kind: 'answer', url: '/a', text: '{}' },
  ])
})

test('the page cannot take the channel over once both sides have agreed', () => {
  const target = document.implementation.createHTMLDocument()
  const received: FeedMessage[] = []
  receiveFeed(target, new AbortController().signal, message => received.push(message))
  const send = openFeed(target)
  const overheard: unknown[] = []
  target.addEventListener('mine', event => overheard.push(event))
  target.dispatchEvent(new CustomEvent('clearcloud-feed-begin', { detail: 'mine' }))
  send({ kind: 'pending', count: 2 })
  expect(overheard).toEqual([])
  expect(received).toHaveLength(1)
})

test.each([
  ['{"items":[{"id":1,"invoiceNo":"7"}]}', true],
  ['{"invoice":{"id":1,"number":"7","lines":[]}}', true],
  ['{"outlets":[{"id":1,"name":"Harbour"}]}', true],
  ['[1,2,3]', false],
  ['{"ok":true}', false],
  ['<html>', false],
  ['null', false],
])('sieves %s', (text, tells) => {
  expect(isTelling(text)).toBe(tells)
})
