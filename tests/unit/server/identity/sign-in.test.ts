import { expect, test } from 'vitest'
import { isExtensionRedirect } from '#server/identity/sign-in.ts'

const chromium = `https://${'abcdefghijklmnop'.repeat(2)}.chromiumapp.org`

test.each([
  [`${chromium}/`, true],
  [`${chromium}/signed-in?x=1`, true],
  ['https://0f8fad5b-d9cb-469f-a165-70867728950e.extensions.allizom.org/', true],
  [`https://${'0123456789abcdef'.repeat(2)}01234567.extensions.allizom.org/x`, true],
  ['http://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/', false],
  [`${chromium}.example.com/`, false],
  ['https://example.com/?https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/', false],
  ['https://user@abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/', false],
  ['https://short.chromiumapp.org/', false],
  ['javascript:alert(1)', false],
])('%s is an extension’s own address: %s', (url, is) => {
  expect(isExtensionRedirect(url)).toBe(is)
})
