import { expect } from 'vitest'
import { type Answer, ask, hold } from './answer.ts'
import { at } from './fill-in.ts'
import type { Rule, Step, World } from './rule.ts'

/** Plays a rule against a started sandbox, over HTTP alone; fails where the sandbox does not keep it. */
export async function playRule(rule: Rule, world: World): Promise<void> {
  for (const step of rule.steps) await play(step, world)
}

async function play(step: Step, world: World): Promise<void> {
  if ('minutes' in step) return world.forward(step.minutes)
  if ('lost' in step) {
    await expect(ask(step.lost, world)).rejects.toThrow('fetch failed')
    return
  }
  if ('together' in step) {
    const all = await Promise.all(Array.from({ length: step.together }, () => ask(step.request, world)))
    const [last, ...others] = all.toSorted((one, other) => other.status - one.status)
    if (last === undefined) throw new Error('Nothing was sent together')
    hold(last, step.last, world)
    for (const answer of others) hold(answer, step.answers, world)
    return
  }
  for (let time = 0; time < (step.times ?? 1); time += 1) {
    const answer = await ask(step, world)
    hold(answer, step.answers, world)
    for (const [name, where] of Object.entries(step.keep ?? {})) world.names[name] = kept(answer, where)
  }
}

function kept(answer: Answer, where: string | RegExp): string {
  const found = where === 'text' ? answer.text : partOf(answer, where)
  expect(found, `${String(where)} in ${answer.text.slice(0, 600)}`).toBeTypeOf('string')
  return String(found)
}

function partOf(answer: Answer, where: string | RegExp): unknown {
  if (typeof where === 'string') return at(answer.body, where)
  const found = where.exec(`${answer.headers.get('location') ?? ''}\n${answer.text}`)?.[1]
  return found === undefined ? undefined : decodeURIComponent(found)
}
