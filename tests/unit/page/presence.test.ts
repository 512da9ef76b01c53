// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { answerPresence, leaveWithExtension } from '#lib/page/presence.ts'

const left = () => [...document.body.children].map(({ id }) => id)

beforeEach(() => {
  document.body.innerHTML = '<p id="theirs"></p><span id="mark" data-clearcloud="mark"></span>'
})

test('what is ours stays while the extension is there, and goes when it has gone and the person comes back', () => {
  let there = true
  answerPresence(document, () => there)
  leaveWithExtension(window)
  window.dispatchEvent(new Event('focus'))
  expect(left()).toEqual(['theirs', 'mark'])
  there = false
  expect(left()).toEqual(['theirs', 'mark'])
  document.dispatchEvent(new Event('visibilitychange'))
  expect(left()).toEqual(['theirs'])
})
