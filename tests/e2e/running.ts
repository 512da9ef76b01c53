import { afterAll, afterEach, beforeAll } from 'vitest'
import { freePort } from '#sandbox/launch/listen.ts'
import { type Stack, startStack } from '#sandbox/launch/stack.ts'
import { createWorld, type World } from '#sandbox/tour/world.ts'
import { recorded } from '#tests/contract/official/recording/recorded.ts'
import { stateOf } from './state-of.ts'

/**
 * Starts the whole product on free ports before a file's tests, with the Invoices page open, and stops it after.
 * Gives a function, because there is nothing before the tests begin.
 */
export function aRunningWorld(): () => World {
  let stack: Stack | undefined
  let world: World | undefined
  beforeAll(async () => {
    const [sandboxPort, serverPort] = [await freePort(), await freePort()]
    stack = await startStack({ sandboxPort, serverPort, headless: true, around: recorded })
    world = await createWorld(stack)
  })
  afterEach(async ({ task }) => {
    if (world && task.result?.state === 'fail') console.error(await stateOf(world))
  })
  afterAll(() => stack?.close())
  return () => {
    if (!world) throw new Error('The world has not been started')
    return world
  }
}
