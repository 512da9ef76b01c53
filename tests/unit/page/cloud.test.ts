// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { readCloud } from '#lib/page/cloud.ts'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'
import { judgeCloud } from '#lib/page/judge-cloud.ts'

/** Reads the cloud of a cell with this content. */
function reading(html: string) {
  document.body.innerHTML = `<table><tr><td>${html}</td></tr></table>`
  const cell = document.querySelector('td')
  if (!cell) throw new Error('No cell')
  return judgeCloud(
    readCloud(cell, cell.querySelector('svg, img, i, span'), foodrazorPage.clouds),
    foodrazorPage.clouds,
  )
}

const drawn = (fill: string) => `<svg><path style="fill: ${fill}"></path></svg>`

test.each([
  ['a label of its button', `<button aria-label="Ready to Export">${drawn('red')}</button>`, 'ready'],
  ['a title', `<button title="Exported Successfully">${drawn('red')}</button>`, 'exported'],
  ['the title of its drawing', '<svg><title>Missing Product Group</title></svg>', 'missing-product-group'],
  ['an alternative text', '<img alt="Export Failed" src="a.png">', 'failed'],
  ['text beside it', '<i class="x"></i> Export failed', 'failed'],
  ['another language', '<i title="导出失败"></i>', 'failed'],
])('believes %s before all else', (_, html, status) => {
  const { status: read, confidence, evidence } = reading(html)
  expect(read).toBe(status)
  expect(confidence).toBeGreaterThan(0.9)
  expect(evidence).toHaveLength(1)
})

test('does not take “not exported” for exported', () => {
  expect(reading('<i title="Not exported yet"></i>').status).toBe('ready')
})

test.each([
  ['a ligature', '<i class="material-icons">cloud_done</i>', 'exported'],
  ['a class', '<i class="fa cloudIcon is-warning"></i>', 'missing-product-group'],
  ['a file', '<img src="/assets/cloud-red.svg?v=3">', 'failed'],
  ['a sprite', '<svg><use href="#cloud-upload"></use></svg>', 'ready'],
])('reads %s where there are no words', (_, html, status) => {
  expect(reading(html).status).toBe(status)
})

test.each([
  ['#2476d2', 'ready'],
  ['#2c9a57', 'exported'],
  ['#e6ab12', 'missing-product-group'],
  ['#d03535', 'failed'],
])('reads the colour %s where there is nothing else', (fill, status) => {
  const read = reading(drawn(fill))
  expect(read.status).toBe(status)
  expect(read.confidence).toBeLessThan(0.8)
  expect(read.evidence[0]).toMatch(/oklch/)
})

test.each(['#888', '#b040c0', 'none'])('calls %s unknown, with confidence below 0.6', fill => {
  const read = reading(drawn(fill))
  expect(read.status).toBe('unknown')
  expect(read.confidence).toBeLessThan(0.6)
})

test('calls a cloud unknown whose class and colour contradict each other, and keeps both as evidence', () => {
  const read = reading('<svg class="green"><path style="fill: #d03535"></path></svg>')
  expect(read.status).toBe('unknown')
  expect(read.evidence).toHaveLength(2)
})

test.each(['', '–', ' - '])('sees no cloud in a cell that holds “%s”', html => {
  document.body.innerHTML = `<table><tr><td>${html}</td></tr></table>`
  const cell = document.querySelector('td')
  if (!cell) throw new Error('No cell')
  expect(readCloud(cell, null, foodrazorPage.clouds).status).toBe('none')
})
