import { expect, test } from 'vitest'
import { amend } from '#lib/page/amend.ts'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'
import { Taught } from '#lib/page/taught.ts'

const taught = (over: Partial<Taught>) =>
  Taught.parse({ at: '2026-11-03T02:00:00.000Z', columns: {}, clouds: {}, ...over })
const nothing = { text: [], signs: [], tokens: [], colours: [] }

test('leaves a profile as it is where nothing was taught', () => {
  expect(amend(foodrazorPage, null)).toBe(foodrazorPage)
  expect(amend(foodrazorPage, taught({}))).toEqual(foodrazorPage)
})

test('adds the words of a header, as labels are compared', () => {
  const { columns } = amend(foodrazorPage, taught({ columns: { number: ['Beleg-Nr.'] } }))
  expect(columns.number).toEqual(['beleg nr', ...foodrazorPage.columns.number])
  expect(columns.supplier).toEqual(foodrazorPage.columns.supplier)
})

test('takes a word that was taught for one column from every other', () => {
  const [word = ''] = foodrazorPage.columns.total
  const { columns } = amend(foodrazorPage, taught({ columns: { date: [word] } }))
  expect(columns.date).toContain(word)
  expect(columns.total).not.toContain(word)
})

test('takes what was taught for one cloud from every other, shapes too', () => {
  const [token = ''] = foodrazorPage.clouds.failed.tokens
  const [shape = ''] = foodrazorPage.clouds.failed.shapes
  const { clouds } = amend(
    foodrazorPage,
    taught({ clouds: { exported: { ...nothing, tokens: [token, shape] } } }),
  )
  expect(clouds.exported.tokens.slice(0, 2)).toEqual([token, shape])
  expect(clouds.failed.tokens).not.toContain(token)
  expect(clouds.failed.shapes).not.toContain(shape)
  expect(clouds.failed.text).toEqual(foodrazorPage.clouds.failed.text)
})
