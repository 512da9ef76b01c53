import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { serveFolder } from '#tests/serve-folder.ts'

const root = join(import.meta.dirname, '../../pages')
/** Libraries mark their modules for servers, which says nothing to a browser. */
const ofNoMeaning = 'MODULE_LEVEL_DIRECTIVE'

/** Builds the pages of grid libraries and serves them, each at `?page=<its name>`; `close` takes all away. */
export async function servePages(): Promise<{ url(page: string): string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'clearcloud-pages-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'esnext',
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        onwarn: (warning, warn) => warning.code === ofNoMeaning || warn(warning),
      },
    },
  })
  const served = await serveFolder(folder, 'index.html')
  return {
    url: page => `${served.url}?page=${page}`,
    close: async () => {
      await served.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** The reader as one script that gives a page `readInvoices()`. */
export async function readerScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'reader.ts'), formats: ['iife'], name: 'reader' },
    },
  })
  const [output] = [built].flat()
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (!chunk) throw new Error('The reader could not be built')
  return chunk.code
}
