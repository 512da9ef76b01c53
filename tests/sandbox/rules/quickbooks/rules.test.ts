import { afterEach, describe, expect, it } from 'vitest'
import { playRule } from '../play-rule.ts'
import type { World } from '../rule.ts'
import { table } from './table.ts'
import { openWorld } from './world.ts'

let world: World | undefined
afterEach(() => world?.close())

describe.each(Object.entries(table))('QuickBooks, %s', (_, rules) => {
  it.each(rules.map(rule => ({ ...rule, title: `${rule.rule} (${rule.from})` })))('$title', async rule => {
    expect.hasAssertions()
    world = await openWorld(rule.published ?? false)
    await playRule(rule, world)
  })
})
