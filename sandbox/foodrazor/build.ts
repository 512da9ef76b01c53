import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const web = fileURLToPath(new URL('./web/', import.meta.url))
const output = fileURLToPath(new URL('../../.output/sandbox/foodrazor/', import.meta.url))

/**
 * Builds the single-page app, unless the last build was made from the same sources, and gives its folder. Class
 * names carry a salt of their own in each build, as those of any real app do.
 */
export async function buildFoodrazor(): Promise<string> {
  const mark = join(output, 'sources.sha256')
  const sources = await fingerprint(web)
  if ((await textIfThere(mark)) === sources) return output
  const salt = randomBytes(8)
  const className = (name: string, file: string) => {
    const hash = createHash('sha256')
      .update(salt)
      .update(`${relative(web, file)}:${name}`)
      .digest('base64url')
    return `_${hash.replace(/[^a-zA-Z0-9]/g, '').slice(0, 7)}`
  }
  await build({
    root: web,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    css: { modules: { generateScopedName: className } },
    build: { outDir: output, emptyOutDir: true },
  })
  await mkdir(output, { recursive: true })
  await writeFile(mark, sources)
  return output
}

async function fingerprint(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter(name => /\.(tsx?|css|html)$/.test(name))
  const hash = createHash('sha256').update(await readFile(fileURLToPath(import.meta.url)))
  for (const name of names.sort()) hash.update(name).update(await readFile(join(folder, name)))
  return hash.digest('hex')
}

async function textIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
