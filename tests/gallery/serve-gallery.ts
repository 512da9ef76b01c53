import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import { build } from 'vite'
import { serveFolder } from '#tests/serve-folder.ts'

/** The styles are gathered from all the sources below. */
const root = join(import.meta.dirname, '../..')
const page = 'tests/gallery/index.html'

/** Builds the gallery and serves it; `close` takes both away. */
export async function serveGallery(): Promise<{ url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'clearcloud-gallery-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [tailwindcss()],
    // Not by NODE_ENV, which is the tests'.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.pid': '0', 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'esnext',
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: join(root, page) },
    },
  })
  const served = await serveFolder(folder, page)
  return {
    url: served.url,
    close: async () => {
      await served.close()
      await rm(folder, { recursive: true })
    },
  }
}
