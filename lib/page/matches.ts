/** Read when the extension is built; in a browser there is no `process`. */
const sandbox = typeof process !== 'undefined' && process.env.CLEARCLOUD_SANDBOX

/** Where the content scripts wake. The sandbox build also wakes on loopback pages; the store build must not. */
export const pageMatches = ['https://*.foodrazor.com/*', ...(sandbox ? ['http://localhost/*'] : [])]
