import { describe, test } from 'vitest'
import { steps } from '#sandbox/tour/steps.ts'
import { aRunningWorld } from './running.ts'

/** The guided tour of the demo, step by step: each goes on from where the one before left off. */
describe('the guided tour', () => {
  const world = aRunningWorld()
  let broken: string | undefined

  test.each(steps.map(step => ({ title: step.title, step })))('$title', async ({ step }) => {
    if (broken) throw new Error(`Not played, because a step before failed: ${broken}`)
    try {
      await step.play(world())
    } catch (error) {
      broken = step.title
      throw error
    }
  })
})
