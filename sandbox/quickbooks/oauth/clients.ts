/** An app registered with the sandbox. */
export type Client = {
  id: string
  secret: string
  /** Shown on the consent page. */
  name: string
  allowsRedirect(uri: URL): boolean
}

/** The app every sandbox knows unless told otherwise: any redirect on this machine, over http. */
export const sandboxClient: Client = {
  id: 'sandbox-client',
  secret: 'sandbox-secret',
  name: 'Sandbox app',
  allowsRedirect: uri => uri.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(uri.hostname),
}
