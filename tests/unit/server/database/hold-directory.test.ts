import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holdDirectory } from '#server/database/hold-directory.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'clearcloud-hold-'))
})
afterEach(() => rm(directory, { recursive: true }))

const heldBy = (process: number | string) => writeFile(join(directory, 'process.lock'), String(process))

test('keeps a second server off a folder that a living one holds', async () => {
  await heldBy(process.ppid)
  await expect(holdDirectory(directory)).rejects.toThrow(
    `is in use by another server (process ${process.ppid})`,
  )
})

test('gives the folder free', async () => {
  const free = await holdDirectory(directory)
  await free()
  await heldBy(process.ppid)
  await expect(holdDirectory(directory)).rejects.toThrow('in use')
})

test.each([
  ['a process that is gone', 2 ** 22 - 1],
  ['an earlier process of our own number', process.pid],
  ['nobody who can be read', 'nonsense'],
])('takes over the hold of %s', async (_, holder) => {
  await heldBy(holder)
  const free = await holdDirectory(directory)
  await free()
})
