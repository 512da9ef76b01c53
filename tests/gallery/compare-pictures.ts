import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** From 0 to 1: a colour that is off by this little is seen beside the other, and hardly without it. */
const threshold = 0.03

/** How a picture of the gallery differs from the earlier one of the same name; `marked` shows where, as a PNG. */
export type PictureChange =
  | { name: string; kind: 'new' | 'gone' }
  | { name: string; kind: 'other-size' }
  | { name: string; kind: 'changed'; pixels: number; marked: Buffer }

/**
 * What changed from one folder of PNGs to another, in the order of names; pictures that look the same are left out,
 * and so are edges that are smoothed otherwise. @throws where one of the folders holds no pictures
 */
export function comparePictures(before: string, after: string): PictureChange[] {
  const [earlier, later] = [picturesIn(before), picturesIn(after)]
  const names = [...new Set([...earlier, ...later])].sort()
  return names.flatMap(name => {
    if (!earlier.has(name)) return { name, kind: 'new' }
    if (!later.has(name)) return { name, kind: 'gone' }
    return compared(name, readFileSync(join(before, name)), readFileSync(join(after, name)))
  })
}

function picturesIn(folder: string): Set<string> {
  const found = existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith('.png')) : []
  if (found.length === 0) throw new Error(`There are no pictures in ${folder}.`)
  return new Set(found)
}

function compared(name: string, before: Buffer, after: Buffer): PictureChange[] {
  if (before.equals(after)) return []
  const [one, other] = [PNG.sync.read(before), PNG.sync.read(after)]
  const { width, height } = one
  if (other.width !== width || other.height !== height) return [{ name, kind: 'other-size' }]
  const marked = new PNG({ width, height })
  const pixels = pixelmatch(one.data, other.data, marked.data, width, height, { threshold })
  return pixels === 0 ? [] : [{ name, kind: 'changed', pixels, marked: PNG.sync.write(marked) }]
}
