import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import { build } from 'vite'
import { listen } from '#sandbox/launch/listen.ts'

/** The styles are gathered from all the sources below. */
const root = join(import.meta.dirname, '../..')
const page = 'tests/gallery/index.html'

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

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
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = await readFile(join(folder, path === '/' ? page : path)).catch(() => null)
    response.writeHead(file ? 200 : 404, { 'content-type': types[extname(path) || '.html'] ?? 'text/plain' })
    response.end(file ?? 'not found')
  })
  const port = await listen(server, 0, 'none')
  return {
    url: `http://localhost:${port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
      await rm(folder, { recursive: true })
    },
  }
}
