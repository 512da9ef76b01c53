import { expect, test } from 'vitest'
import { loopbackPatterns } from '../../../.ci/store-build/loopback-patterns.mjs'

test.each([
  ['a content script', { content_scripts: [{ matches: ['http://localhost/*'] }] }],
  ['a host permission', { host_permissions: ['http://127.0.0.1:4600/*'] }],
  ['a pattern for every host', { host_permissions: ['*://*/*'] }],
  ['a pattern for every address', { content_scripts: [{ matches: ['<all_urls>'] }] }],
])('%s that reaches this machine is found', (_, manifest) => {
  expect(loopbackPatterns(manifest)).toHaveLength(1)
})

test("Foodrazor's own pages are no loopback pages", () => {
  const matches = ['https://*.foodrazor.com/*']
  expect(loopbackPatterns({ host_permissions: matches, content_scripts: [{ matches }] })).toEqual([])
})
