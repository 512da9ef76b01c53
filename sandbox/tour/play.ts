import { rm } from 'node:fs/promises'
import type { Stack } from '#sandbox/launch/stack.ts'
import type { Seen } from './step.ts'
import { counts } from './steps/counts.ts'
import { steps } from './steps.ts'
import { createWorld, type World } from './world.ts'

/** The tour in one line of JSON. */
export interface Summary {
  ok: boolean
  /** Invoices of the look-alike; those exported, missing something and failed, as the ledger and the popup have them. */
  invoices: number
  exported: number
  missing: number
  failed: number
  /** Of both ledgers. */
  billsInLedger: number
  ledgerCalls: number
  seconds: number
  steps: { name: string; ok: boolean; seconds: number; seen: Seen; problem?: string }[]
}

/** Plays the tour, a line per step; what comes after a step that failed is not played. Never throws for a step. */
export async function playTour(
  stack: Stack,
  { screenshots, say }: { screenshots: string; say: (line: string) => void },
): Promise<Summary> {
  await rm(screenshots, { recursive: true, force: true })
  const started = Date.now()
  const world = await createWorld(stack, screenshots)
  const played: Summary['steps'] = []
  for (const [index, step] of steps.entries()) {
    const begun = Date.now()
    const outcome = await step.play(world).then(
      seen => ({ ok: true, seen }),
      (error: unknown) => ({
        ok: false,
        seen: {},
        problem: error instanceof Error ? error.message : String(error),
      }),
    )
    const seconds = since(begun)
    played.push({ name: step.name, seconds, ...outcome })
    say(
      `${outcome.ok ? '✓' : '✗'} ${index + 1}/${steps.length} ${step.title} (${seconds} s)${describe(outcome.seen)}`,
    )
    if ('problem' in outcome) {
      say(`    ${outcome.problem}`)
      await world.shot(`${step.name}-failed`)
      break
    }
  }
  return { ...(await figures(world, played)), seconds: since(started), steps: played }
}

async function figures(world: World, played: Summary['steps']): Promise<Omit<Summary, 'seconds' | 'steps'>> {
  const counted = played.find(step => step.name === counts.name)?.seen
  const figure = (key: string) => Number(counted?.[key] ?? 0)
  return {
    ok: played.length === steps.length && played.every(step => step.ok),
    invoices: (await world.host.invoices()).length,
    exported: figure('exported'),
    missing: figure('missing'),
    failed: figure('failed'),
    billsInLedger: (await world.ledger.bills()).length,
    ledgerCalls: await world.ledger.calls(),
  }
}

function describe(seen: Seen): string {
  const parts = Object.entries(seen).map(([key, value]) => `${key} ${value}`)
  return parts.length > 0 ? `: ${parts.join(', ')}` : ''
}

function since(start: number): number {
  return Math.round((Date.now() - start) / 100) / 10
}
