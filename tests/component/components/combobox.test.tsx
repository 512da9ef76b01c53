import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Combobox } from '#components/Combobox.tsx'
import type { Option } from '#components/filter-options.ts'
import { layOut } from '../lay-out.ts'

layOut()

const groups: Option[] = [
  { id: '1', name: 'Dairy' },
  { id: '2', name: 'Dry goods', detail: 'no account yet' },
  { id: '3', name: 'Crème fraîche' },
]

function Picker({ options = groups, onCreate }: { options?: Option[]; onCreate?: (name: string) => void }) {
  const [id, choose] = useState('1')
  const value = options.find(option => option.id === id) ?? null
  return <Combobox label="Group" options={options} value={value} onChoose={choose} onCreate={onCreate} />
}

function picker(props: Parameters<typeof Picker>[0] = {}) {
  render(<Picker {...props} />)
  return { user: userEvent.setup(), field: screen.getByRole('combobox', { name: 'Group' }) }
}

describe('the combobox', () => {
  it('finds without case and accents, and chooses with Enter', async () => {
    const { user, field } = picker()
    await user.click(field)
    await user.keyboard('creme')
    expect(screen.getAllByRole('option')).toHaveLength(1)
    await user.keyboard('{Enter}')
    expect(field).toHaveValue('Crème fraîche')
    expect(field).toHaveAttribute('aria-expanded', 'false')
  })

  it('moves with the arrows and tells a screen reader where it is', async () => {
    const { user, field } = picker()
    await user.click(field)
    await user.keyboard('{ArrowDown}')
    const active = field.getAttribute('aria-activedescendant')
    expect(screen.getByRole('option', { name: 'Dry goods' })).toHaveAttribute('id', active)
  })

  it('keeps what was chosen on Esc', async () => {
    const { user, field } = picker()
    await user.click(field)
    await user.keyboard('dry{Escape}')
    expect(field).toHaveValue('Dairy')
    expect(screen.queryByRole('listbox')).toBeNull()
  })

  it('offers to create only a name that is not there yet', async () => {
    const onCreate = vi.fn()
    const { user, field } = picker({ onCreate })
    await user.click(field)
    await user.keyboard('DAIRY')
    expect(screen.queryByRole('option', { name: /Create/ })).toBeNull()
    await user.keyboard(' queens{Enter}')
    expect(onCreate).toHaveBeenCalledWith('DAIRY queens')
  })

  it('draws a hundred of thousands and says how to find the others', async () => {
    const options = Array.from({ length: 3000 }, (_, n) => ({ id: String(n), name: `Contact ${n}` }))
    const { user, field } = picker({ options })
    await user.click(field)
    expect(screen.getAllByRole('option')).toHaveLength(100)
    expect(screen.getByText('2900 more: type on to find them.')).toBeVisible()
  })
})
