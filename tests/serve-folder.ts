import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { listen } from '#sandbox/launch/listen.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** Serves the files of a folder on a free port of loopback; `index` is what `/` gives. */
export async function serveFolder(
  folder: string,
  index: string,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const name = path === '/' ? index : path
    const file = await readFile(join(folder, name)).catch(() => null)
    response.writeHead(file ? 200 : 404, { 'content-type': types[extname(name)] ?? 'text/plain' })
    response.end(file ?? 'not found')
  })
  const port = await listen(server, 0, 'none')
  return {
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
