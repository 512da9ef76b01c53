import { expect, test } from 'vitest'
import { isFor } from '#lib/page/profile-match.ts'

const match = ['*.foodrazor.com', 'localhost']

test.each([
  'https://app.foodrazor.com',
  'https://foodrazor.com',
  'https://a.b.foodrazor.com',
  'http://localhost:4712',
])('is for %s', origin => {
  expect(isFor({ match }, origin)).toBe(true)
})

test.each([
  'https://notfoodrazor.com',
  'https://foodrazor.com.example.org',
  'https://app.localhost',
  'not an origin',
])('is not for %s', origin => {
  expect(isFor({ match }, origin)).toBe(false)
})
