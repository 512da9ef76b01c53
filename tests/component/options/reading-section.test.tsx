import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Taught } from '#lib/page/taught.ts'
import { aStore } from '#tests/unit/store/a-store.ts'
import { ReadingSection } from '../../../entrypoints/options/ReadingSection.tsx'
import { type Answers, faults, show } from '../a-surface.tsx'

const taught = Taught.parse({
  at: '2026-11-03T02:00:00.000Z',
  columns: { number: ['Beleg'], date: ['Tag'] },
  clouds: { failed: { text: ['rot'], signs: [], tokens: [], colours: [] } },
})
const shown = (lesson: Taught | null = null, answers: Answers = {}) =>
  show(<ReadingSection taught={lesson} />, aStore(), answers)
const press = (name: string) => screen.getByRole('button', { name })

test('begins a lesson, and says where it goes on', async () => {
  const { user, heard, container } = shown(null, {
    teach: () => ({ ok: true, said: 'Go on in Foodrazor’s tab.' }),
  })
  await user.click(press('This page is not recognised…'))
  expect(heard.asked).toEqual([{ name: 'teach', data: {} }])
  expect(await screen.findByText('Go on in Foodrazor’s tab.')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Forget what was taught' })).toBeNull()
  expect(await faults(container)).toEqual([])
})

test('tells what was taught, hands it on as a file, and forgets it', async () => {
  const { user, heard } = shown(taught)
  expect(screen.getByText('Taught on Nov 3, 2026: 2 headers, 1 cloud.')).toBeVisible()
  await user.click(press('Save to a file'))
  const [file] = heard.saved
  expect(JSON.parse(file?.text ?? '')).toEqual({ clearcloudPage: 1, taught })
  await user.click(press('Forget what was taught'))
  expect(heard.asked).toEqual([{ name: 'forget-taught', data: {} }])
})

test('reads a file that somebody else saved', async () => {
  const { user, heard } = shown()
  await user.upload(screen.getByLabelText('Read from a file'), new File(['{}'], 'page.json'))
  expect(heard.asked).toEqual([{ name: 'import-taught', data: { text: '{}' } }])
})

test('shows what is found on the page, to copy and to save', async () => {
  const { user, heard, container } = shown(null, { diagnose: () => ({ ok: true, report: 'Headers: none' }) })
  await user.click(press('Look into the page'))
  expect(await screen.findByRole('textbox', { name: 'What was found' })).toHaveValue('Headers: none')
  await user.click(press('Copy'))
  expect(heard.copied).toEqual(['Headers: none'])
  await user.click(press('Save to a file'))
  expect(heard.saved).toEqual([{ name: 'clearcloud-report.txt', text: 'Headers: none\n' }])
  expect(await faults(container)).toEqual([])
})

test('says so where no page is open to look into', async () => {
  const { user } = shown(null, { diagnose: () => ({ ok: false, problem: 'Open the page first.' }) })
  await user.click(press('Look into the page'))
  expect(await screen.findByText('Open the page first.')).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
})
