import { expect, test } from 'vitest'
import { foodrazorProfile } from '#lib/page/foodrazor-profile.ts'
import { Column, KnownCloud, Profile } from '#lib/page/profile.ts'

test('takes the profile that ships as it is: its labels are written as labels are compared', () => {
  expect(Profile.parse(foodrazorProfile)).toEqual(foodrazorProfile)
})

test('gives a status and a column no label that another has too', () => {
  const { clouds, columns } = foodrazorProfile
  for (const lists of [
    KnownCloud.options.map(status => clouds[status].text),
    KnownCloud.options.map(status => [...clouds[status].tokens, ...clouds[status].shapes]),
    KnownCloud.options.map(status => clouds[status].signs),
    Column.options.map(column => columns[column]),
  ]) {
    const all = lists.flat()
    expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([])
  }
})

test('compares labels without case, width and punctuation, whatever a profile’s author wrote', () => {
  const written = { ...foodrazorProfile, columns: { ...foodrazorProfile.columns, number: ['Invoice No.:'] } }
  expect(Profile.parse(written).columns.number).toEqual(['invoice no'])
})

test.each([
  ['no version', { version: 0 }],
  ['no host', { match: [] }],
  ['an address for a host', { match: ['https://app.foodrazor.com/'] }],
  ['a host within a host', { match: ['app.*.com'] }],
  ['an unknown feature', { disabled: [{ feature: 'everything', versions: ['*'] }] }],
  ['a version in words', { disabled: [{ feature: 'bar', versions: ['newest'] }] }],
  ['no versions', { disabled: [{ feature: 'bar', versions: [] }] }],
  ['a request to another site', { requests: { ...foodrazorProfile.requests, invoiceDetail: '//evil' } }],
])('refuses a profile with %s', (_, over) => {
  expect(Profile.safeParse({ ...foodrazorProfile, ...over }).success).toBe(false)
})
