import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ProfileAnswer } from '#lib/api/profile.ts'
import { foodrazorProfile } from '#lib/page/foodrazor-profile.ts'
import { readConfig } from '#server/config.ts'
import type { Services } from '#server/http/app.ts'
import { profileRoutes } from '#server/http/profile-routes.ts'
import { createSigner } from '#server/identity/signing.ts'

const signer = createSigner('a secret of at least thirty-two characters')
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clearcloud-profile-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function answer(): Promise<ProfileAnswer> {
  const config = readConfig({ DATA_DIR: folder })
  const routes = profileRoutes({ config, signer, log: pino({ level: 'silent' }) } as Services)
  return ProfileAnswer.parse(await (await routes.request('/profile')).json())
}

test('gives out the file as it is, signed, and what it is changed to without a restart', async () => {
  for (const version of [2, 3]) {
    const text = JSON.stringify({ ...foodrazorProfile, version }, null, 2)
    await writeFile(join(folder, 'profile.json'), text)
    expect(await answer()).toEqual({
      key: signer.publicKey,
      profile: { text, signature: signer.sign(text) },
    })
  }
})

test('gives out its key alone where there is no file', async () => {
  expect(await answer()).toEqual({ key: signer.publicKey, profile: null })
})

test.each(['not JSON', '{"name":"foodrazor"}', '{"name":"foodrazor","version":0}'])(
  'does not give out a file that is no profile: %s',
  async text => {
    await writeFile(join(folder, 'profile.json'), text)
    expect((await answer()).profile).toBeNull()
  },
)
