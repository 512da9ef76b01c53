import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Seals small texts, such as a ledger's tokens, so that the database alone gives nothing away. */
export interface Sealer {
  seal(text: string): string
  /** @throws if the sealed text was changed, or sealed with another key */
  unseal(sealed: string): string
}

/** AES-256-GCM under `secret`; `version.nonce.tag.ciphertext`, each base64url. */
export function createSealer(secret: string): Sealer {
  const key = createHash('sha256').update(secret).digest()
  return {
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return ['1', ...[nonce, cipher.getAuthTag(), sealed].map(part => part.toString('base64url'))].join('.')
    },
    unseal(sealed) {
      const [version, nonce, tag, text] = sealed.split('.')
      if (version !== '1' || !nonce || !tag || text === undefined) throw new Error('Not a sealed text')
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
      decipher.setAuthTag(Buffer.from(tag, 'base64url'))
      return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString(
        'utf8',
      )
    },
  }
}

/** The key of `DATA_DIR/secret.key`, made on the first run, readable by its owner alone. */
export async function secretFromFile(directory: string): Promise<string> {
  const path = join(directory, 'secret.key')
  await mkdir(directory, { recursive: true })
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(randomBytes(32).toString('base64url'))
    await file.close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFile(path, 'utf8')
}
