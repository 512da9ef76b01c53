import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { ProfileAnswer } from '#lib/api/profile.ts'
import type { Services, Signed } from './app.ts'

/** As much of a profile as the server understands; the extension parses the rest. */
const Named = z.looseObject({ name: z.string(), version: z.int().min(1) })

/**
 * The profile of `DATA_DIR/profile.json`, signed; read anew each time, so that a switch takes effect without a
 * restart. Without the file, or where it is none, extensions go on with what they have.
 */
export function profileRoutes({ config, signer, log }: Services): Hono<Signed> {
  const app = new Hono<Signed>()
  app.get('/profile', async context => {
    const text = await given(join(config.dataDir, 'profile.json'))
    const profile = text === null ? null : { text, signature: signer.sign(text) }
    return context.json(ProfileAnswer.parse({ key: signer.publicKey, profile }))
  })

  async function given(file: string): Promise<string | null> {
    try {
      const text = await readFile(file, 'utf8')
      Named.parse(JSON.parse(text))
      return text
    } catch (error) {
      const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
      if (!isMissing) log.error({ err: error, file }, 'the profile is not given out')
      return null
    }
  }
  return app
}
