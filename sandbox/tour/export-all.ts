import type { Thing } from './screen.ts'
import type { World } from './world.ts'

/** Presses *Export all ready* once it counts as many as these, or more: Clearcloud knows of some that the host has not. */
export async function exportAll({ invoices }: World, atLeast: number): Promise<void> {
  const counted = ({ name }: Thing) => Number(/\((\d+)\)/.exec(name)?.[1] ?? 0)
  const [button] = await invoices.until(
    () => invoices.all('button', /^Export all ready/),
    ([found]) => found !== undefined && counted(found) >= atLeast,
    60_000,
  )
  if (!button) throw new Error('There is no button')
  await invoices.clickOn(button)
}
