import { expect, test } from 'vitest'
import { appPages } from '#server/http/app-pages.ts'

test.each([
  ['/launch', 'Open the extension’s options'],
  ['/reconnect', 'press Reconnect'],
  ['/disconnected', 'Bills that were made stay as they are'],
])('%s says where to go on, and runs nothing', async (path, says) => {
  const answer = await appPages().request(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await answer.text()).toContain(says)
})
