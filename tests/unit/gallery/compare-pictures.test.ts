import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterEach, expect, test } from 'vitest'
import { changesPage, inOneLine } from '#tests/gallery/changes-page.ts'
import { comparePictures } from '#tests/gallery/compare-pictures.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

/** A folder of pictures, each in one colour with a block of another in its middle. */
async function pictures(named: Record<string, { block?: number; width?: number }>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clearcloud-pictures-'))
  folders.push(folder)
  for (const [name, { block = 0, width = 40 }] of Object.entries(named)) {
    const png = new PNG({ width, height: 40 })
    png.data.fill(255)
    for (let y = 10; y < 10 + block; y += 1) {
      for (let x = 10; x < 10 + block; x += 1) png.data.set([200, 0, 0, 255], (y * width + x) * 4)
    }
    await writeFile(join(folder, name), PNG.sync.write(png))
  }
  return folder
}

test('tells which pictures are new, gone, of another size or changed, and how much', async () => {
  const before = await pictures({ 'same.png': {}, 'gone.png': {}, 'wider.png': {}, 'block.png': {} })
  const after = await pictures({
    'same.png': {},
    'new.png': {},
    'wider.png': { width: 50 },
    'block.png': { block: 10 },
  })
  const changes = comparePictures(before, after)
  expect(changes.map(inOneLine)).toEqual([
    'block.png: changed, 100 pixels',
    'gone.png: gone',
    'new.png: new',
    'wider.png: of another size',
  ])
})

test('shows each change before, after and where', async () => {
  const changes = comparePictures(
    await pictures({ 'a.png': {}, 'gone.png': {} }),
    await pictures({ 'a.png': { block: 5 } }),
  )
  const page = changesPage(changes)
  expect([...page.matchAll(/src="([^"]+)"/g)].map(([, source]) => source)).toEqual([
    'before/a.png',
    'a.png',
    'marked/a.png',
    'before/gone.png',
  ])
  expect(changesPage([])).toContain('Nothing looks otherwise.')
})

test('says where there are no pictures', async () => {
  const there = await pictures({ 'a.png': {} })
  expect(() => comparePictures(join(there, 'nowhere'), there)).toThrow(/There are no pictures in .*nowhere/)
})
