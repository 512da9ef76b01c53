import { type AddressInfo, createServer, type Server } from 'node:net'

/**
 * Listens on this machine alone and gives the port (the one taken, if 0 was asked for). Browsers and
 * Node try every address of `localhost`, so that the one family does for all.
 * @throws in words for a person; `setting` is the environment variable that chooses the port
 */
export async function listen(server: Server, port: number, setting: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is already in use. Stop what uses it, or choose another: ${setting}=${port + 1}`,
            )
          : error,
      ),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
  return (server.address() as AddressInfo).port
}

/** A port that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  const port = await listen(probe, 0, 'none')
  await new Promise(done => probe.close(done))
  return port
}
