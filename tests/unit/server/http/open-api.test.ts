import { pino } from 'pino'
import { expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { createHttp, type Services } from '#server/http/app.ts'
import { openApi } from '#server/http/open-api.ts'

interface Document {
  paths: Record<string, Record<string, { summary: string; parameters?: { name: string; in: string }[] }>>
}

test('describes every address that the server answers at, and no other', () => {
  const services = { config: readConfig({}), log: pino({ level: 'silent' }) } as Services
  const routes = createHttp(services)
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  const { paths } = openApi('http://localhost:4700') as Document
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
  )
  expect(described.sort()).toEqual([...new Set(routes)].sort())
})

test('names the parameters of a request, in its path and in its query', () => {
  const { paths } = openApi('http://localhost:4700') as Document
  expect(paths['/v1/connections/{id}/lists']?.get?.parameters).toMatchObject([
    { name: 'id', in: 'path' },
    { name: 'fresh', in: 'query' },
  ])
  expect(paths['/v1/exports']?.get?.parameters).toMatchObject([
    { name: 'after', in: 'query', required: false },
    { name: 'wait', in: 'query', required: false },
  ])
})
