import { describe, expect, test } from 'vitest'
import type { CloudClue } from '#lib/messages.ts'
import { amend } from '#lib/page/amend.ts'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'
import { judgeCloud } from '#lib/page/judge-cloud.ts'
import type { KnownCloud } from '#lib/page/profile.ts'
import { Taught } from '#lib/page/taught.ts'
import { type CloudShown, evidenceOf } from '#lib/page/taught-cloud.ts'

const purple = 'rgb(120, 60, 200)'
const teal = 'rgb(20, 140, 150)'

function aCloud({ label, name, colour }: { label?: string; name?: string; colour?: string }): CloudShown {
  const clues: CloudClue[] = []
  if (name) clues.push(['name', 'class', name])
  if (colour) clues.push(['colour', 'fill', colour])
  return { labels: label ? [label] : [], clues }
}

/** What a page is then read as, whose clouds have these clues. */
function judged(clouds: Taught['clouds'], { clues }: CloudShown) {
  const taught = Taught.parse({ at: '2026-11-03T02:00:00.000Z', columns: {}, clouds })
  const profile = amend(foodrazorPage, taught)
  return judgeCloud({ status: 'unknown', confidence: 0, evidence: [], clues: [...clues] }, profile.clouds)
    .status
}

describe('of what is to be seen of a cloud', () => {
  const done = aCloud({ label: 'Wolke: übertragen', name: 'icon state-done', colour: purple })
  const open = aCloud({ label: 'Wolke: bereit', name: 'icon state-open', colour: teal })
  const found = evidenceOf({ exported: done, ready: open }, [done, open, open])

  test('only what no other has tells it', () => {
    expect(found.exported?.text).toEqual(['wolke übertragen'])
    expect(found.exported?.tokens).toEqual(['state-done'])
    expect(found.ready?.tokens).toEqual(['state-open'])
    expect(found.ready?.colours).toHaveLength(1)
  })

  test('each colour stands for a narrow patch around it', () => {
    expect(judged(found, aCloud({ colour: purple }))).toBe('exported')
    expect(judged(found, aCloud({ colour: 'rgb(126, 66, 204)' }))).toBe('exported')
    expect(judged(found, aCloud({ colour: teal }))).toBe('ready')
    expect(judged(found, aCloud({ colour: 'rgb(230, 120, 200)' }))).toBe('unknown')
  })
})

test('of one cloud alone, what every row has tells nothing', () => {
  const one = aCloud({ name: 'icon seen' })
  const other = aCloud({ name: 'icon' })
  expect(evidenceOf({ exported: one }, [one, other]).exported?.tokens).toEqual(['seen'])
  expect(evidenceOf({ exported: other }, [one, other])).toEqual({})
})

test('where all rows are alike, what they have tells them all', () => {
  const one = aCloud({ name: 'icon' })
  expect(evidenceOf({ ready: one }, [one, one]).ready?.tokens).toEqual(['icon'])
})

test('greys have no hue to tell by, and names that a build made up are none', () => {
  const grey = aCloud({ name: 'css-1x2ab9', colour: 'rgb(130, 130, 130)' })
  expect(evidenceOf({ failed: grey }, [grey])).toEqual({})
})

test.each<KnownCloud>(['ready', 'exported', 'missing-product-group', 'failed'])(
  'a colour that speaks of another status means %s where that was taught',
  status => {
    // Tailwind's green-600, blue-600 and the like are named right without a lesson: the lesson wins.
    for (const css of ['rgb(22, 163, 74)', 'rgb(37, 99, 235)', 'rgb(220, 38, 38)']) {
      const cloud = aCloud({ colour: css })
      expect(judged(evidenceOf({ [status]: cloud }, [cloud]), cloud)).toBe(status)
    }
  },
)
