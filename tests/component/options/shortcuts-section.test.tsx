import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { defaultShortcuts } from '#lib/domain/shortcuts.ts'
import { aStore } from '#tests/unit/store/a-store.ts'
import { ShortcutsSection } from '../../../entrypoints/options/ShortcutsSection.tsx'
import { faults, show } from '../a-surface.tsx'

const shown = () => show(<ShortcutsSection shortcuts={defaultShortcuts} />, aStore())
const keysFor = (action: string) => screen.getByRole('button', { name: new RegExp(`^Keys for: ${action} `) })

test('takes the keys that are pressed after its button', async () => {
  const { user, heard, container } = shown()
  await user.click(keysFor('Go to the bar'))
  await user.keyboard('{Alt>}b{/Alt}')
  expect(heard.asked).toEqual([
    { name: 'set-shortcuts', data: { shortcuts: { ...defaultShortcuts, bar: 'Alt+B' } } },
  ])
  expect(await faults(container)).toEqual([])
})

test('says whose the keys are already, and keeps nothing', async () => {
  const { user, heard } = shown()
  await user.click(keysFor('Go to the bar'))
  await user.keyboard('{Alt>}j{/Alt}')
  expect(await screen.findByText('Alt+J is already: Next cloud that asks something')).toBeTruthy()
  expect(heard.asked).toEqual([])
})

test('takes no letter alone: the page may use it', async () => {
  const { user, heard } = shown()
  await user.click(keysFor('Go to the bar'))
  await user.keyboard('b')
  expect(await screen.findByText(/belongs to the page/)).toBeTruthy()
  expect(heard.asked).toEqual([])
})

test('Backspace takes the keys away, Esc leaves them, and all can be as they were at first', async () => {
  const { user, heard } = shown()
  await user.click(keysFor('Export all ready'))
  await user.keyboard('{Escape}')
  expect(heard.asked).toEqual([])
  await user.click(keysFor('Export all ready'))
  await user.keyboard('{Backspace}')
  await user.click(screen.getByRole('button', { name: 'As they were at first' }))
  expect(heard.asked.map(({ data }) => data)).toEqual([
    { shortcuts: { ...defaultShortcuts, 'export-all': null } },
    { shortcuts: defaultShortcuts },
  ])
})
