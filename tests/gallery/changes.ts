/**
 * Shows a change of look to whoever reviews it:
 *
 *     npm run gallery-changes -- EARLIER
 *
 * Compares the pictures that `npm test` left in `.output/gallery` with those of another checkout, prints what differs,
 * and writes `.output/gallery/changes.html`.
 */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { changesPage, inOneLine } from './changes-page.ts'
import { comparePictures } from './compare-pictures.ts'

const pictures = join(import.meta.dirname, '../../.output/gallery')

async function main(earlier: string | undefined): Promise<void> {
  if (!earlier) throw new Error('Usage: npm run gallery-changes -- EARLIER (a folder of pictures)')
  const changes = comparePictures(earlier, pictures)
  const folders = { before: join(pictures, 'before'), marked: join(pictures, 'marked') }
  for (const folder of Object.values(folders)) {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder)
  }
  for (const change of changes) {
    if (change.kind !== 'new') await cp(join(earlier, change.name), join(folders.before, change.name))
    if (change.kind === 'changed') await writeFile(join(folders.marked, change.name), change.marked)
    console.log(inOneLine(change))
  }
  const page = join(pictures, 'changes.html')
  await writeFile(page, changesPage(changes))
  console.log(`${changes.length} pictures look otherwise: ${page}`)
}

try {
  await main(process.argv[2])
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
