import process from 'node:process'
import { describe } from 'vitest'
import { onThePageCases } from './cases/on-the-page-cases.ts'
import { overlayCases } from './cases/overlay-cases.ts'
import { aFirefoxWorld } from './firefox/a-firefox-world.ts'

const binary = process.env.FIREFOX_BIN ?? ''

describe.skipIf(binary === '')('in Firefox', () => {
  const world = aFirefoxWorld(binary)

  overlayCases(world)
  onThePageCases(world)
})
