import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSealer, secretFromFile } from '#server/identity/sealing.ts'

const sealer = createSealer('a secret of more than thirty-two characters')

test('gives back what it sealed, each time under another form', () => {
  const sealed = sealer.seal('tokens 🔑')
  expect(sealer.unseal(sealed)).toBe('tokens 🔑')
  expect(sealer.seal('tokens 🔑')).not.toBe(sealed)
  expect(sealed).not.toContain(Buffer.from('tokens').toString('base64url'))
})

test('refuses what was changed, what another key sealed, and what is no sealed text', () => {
  const sealed = sealer.seal('tokens')
  const parts = sealed.split('.')
  const changed = [...parts.slice(0, 3), Buffer.from('tokemz').toString('base64url')].join('.')
  expect(() => sealer.unseal(changed)).toThrow()
  expect(() => createSealer('another secret of thirty-two characters').unseal(sealed)).toThrow()
  expect(() => sealer.unseal('')).toThrow('Not a sealed text')
})

test('makes a key on the first run, for its owner alone, and keeps it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'clearcloud-key-'))
  try {
    const [first, again] = [await secretFromFile(directory), await secretFromFile(directory)]
    expect(again).toBe(first)
    expect(first.length).toBeGreaterThanOrEqual(43)
    expect((await stat(join(directory, 'secret.key'))).mode & 0o777).toBe(0o600)
  } finally {
    await rm(directory, { recursive: true })
  }
})
