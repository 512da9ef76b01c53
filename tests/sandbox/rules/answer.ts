import { expect } from 'vitest'
import { at, fillIn, fillText } from './fill-in.ts'
import type { Expected, Request, World } from './rule.ts'

export type Answer = { status: number; headers: Headers; text: string; body: unknown }

/** Sends a request over HTTP, follows nothing, and reads the answer. */
export async function ask(request: Request, { origin, names }: World): Promise<Answer> {
  const [method = '', path = ''] = fillText(request.send, names).split(/ (.*)/s)
  const headers = Object.entries(request.headers ?? {}).map(([name, value]): [string, string] => [
    name,
    fillText(value, names),
  ])
  const response = await fetch(`${origin}${path}`, {
    method,
    headers,
    redirect: 'manual',
    body: bodyOf(request, names),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') && text !== ''
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? JSON.parse(text) : undefined,
  }
}

function bodyOf({ body, form, file }: Request, names: World['names']): BodyInit | null {
  if (file) {
    const parts = new FormData()
    const about = new Blob([JSON.stringify(fillIn(file.about, names))], { type: 'application/json' })
    parts.append('file_metadata_01', about, 'about.json')
    parts.append('file_content_01', new Blob([file.content], { type: file.type }), file.name)
    return parts
  }
  if (form) {
    return new URLSearchParams(
      Object.entries(form).map(([key, value]): [string, string] => [key, fillText(value, names)]),
    )
  }
  if (typeof body === 'string') return body
  return body === undefined ? null : JSON.stringify(fillIn(body, names))
}

/** Holds an answer against what it must be, and says of a wrong one what it was. */
export function hold(answer: Answer, expected: Expected, { names, wordsOf }: World): void {
  const { status, headers = {}, body, without = [], says, text } = expected
  const was = `${answer.status}: ${answer.text.slice(0, 600)}`
  expect(answer.status, was).toBe(status)
  for (const [name, value] of Object.entries(headers)) {
    expect(answer.headers.get(name), `${name} of ${was}`).toEqual(asMatcher(fillIn(value, names)))
  }
  if (body !== undefined) expect(answer.body, was).toMatchObject(asMatcher(fillIn(body, names)) as object)
  for (const path of without) expect(at(answer.body, path), `${path} of ${was}`).toBeUndefined()
  if (says !== undefined) {
    const wanted = says.map(one =>
      typeof one === 'string' ? startingWith(fillText(one, names)) : asMatcher(one),
    )
    expect(wordsOf(answer.body), was).toEqual(wanted)
  }
  if (text !== undefined) expect(answer.text).toEqual(asMatcher(fillIn(text, names)))
}

/** A value in which every regular expression has become a matcher of texts. */
function asMatcher(value: unknown): unknown {
  if (value instanceof RegExp) return expect.stringMatching(value)
  if (Array.isArray(value)) return value.map(asMatcher)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asMatcher(one)]))
}

const startingWith = (text: string): unknown =>
  expect.stringMatching(new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`))
