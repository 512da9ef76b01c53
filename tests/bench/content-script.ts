import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { buildExtension } from '#sandbox/launch/extension.ts'
import type { Bench } from './measure.ts'

/** What React, a schema library and the polyfill leave in a minified bundle. */
const traces = {
  React: /react\.(?:element|transitional\.element|fragment|memo)|__reactFiber|createRoot/,
  zod: /ZodError|_zod\b/,
  'the polyfill': /webextension-polyfill/,
}

const Manifest = z.object({ content_scripts: z.array(z.object({ js: z.array(z.string()).min(1) })).min(2) })

export const contentScript: Bench = {
  name: 'content-script',
  says: 'what every page of the host has to load is small, and holds no React',
  async run() {
    const folder = await buildExtension()
    const { content_scripts } = Manifest.parse(
      JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')),
    )
    const files = content_scripts.flatMap(({ js }) => js)
    const texts = await Promise.all(files.map(file => readFile(join(folder, file))))
    const packed = texts.reduce((sum, text) => sum + gzipSync(text).byteLength, 0)
    const all = texts.map(String).join('\n')
    return [
      { what: 'content scripts, gzipped', value: packed / 1000, limit: 25, unit: 'kB' },
      ...Object.entries(traces).map(([library, trace]) => ({
        what: `traces of ${library}`,
        value: trace.test(all) ? 1 : 0,
        limit: 0,
        unit: '',
      })),
    ]
  },
}
