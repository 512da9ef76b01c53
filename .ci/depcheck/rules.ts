/**
 * Who may import whom. The first room whose `room` prefixes a file's path is the file's room; its files may
 * import what one of its `may` prefixes names, and types alone from `mayTypes`. A room always may import
 * itself. `packages` lists the only packages a room may use; without it any package will do that is not
 * in `notPackages`.
 */
export interface Rule {
  room: string
  may: readonly string[]
  mayTypes?: readonly string[]
  packages?: readonly string[]
  notPackages?: readonly string[]
}

const serverSide = ['node:*', 'xero-node', 'hono', '@hono/*', 'pg', 'pg-boss', '@electric-sql/pglite', 'pino']
const extensionSide = [
  'react',
  'react-dom',
  'dexie',
  'dexie-react-hooks',
  'wxt',
  'webextension-polyfill',
  'radix-ui',
]
const contract = ['lib/domain/', 'lib/messages.ts', 'lib/words/']

export const rules: readonly Rule[] = [
  // The form of the words' catalogue is made by the build (`#i18n`).
  { room: 'lib/domain/', may: [], mayTypes: ['i18n'], packages: ['big.js', 'zod', '@noble/hashes'] },
  { room: 'lib/page/', may: contract, notPackages: [...serverSide, 'react', 'dexie'] },
  // What the page reader found, and what a person taught it, is the store's to keep: it knows their form, not the reading.
  {
    room: 'lib/store/',
    may: [...contract, 'lib/page/taught.ts'],
    mayTypes: ['lib/page/page-facts.ts'],
    notPackages: serverSide,
  },
  { room: 'lib/suggest/', may: contract, notPackages: serverSide },
  { room: 'lib/api/', may: ['lib/domain/'], notPackages: [...serverSide, ...extensionSide] },
  { room: 'lib/export/', may: [...contract, 'lib/store/', 'lib/api/'], notPackages: serverSide },
  // The overlay lives in a page we do not own and must stay small: types cost nothing there, schemas do.
  {
    room: 'lib/overlay/',
    may: ['lib/channel.ts', 'lib/words/', 'components/status-shapes.ts'],
    mayTypes: [...contract, 'lib/page/'],
    packages: ['wxt'],
  },
  // A lesson lies over the page like the overlay, and reads it as the reader does; it comes with a script of its own.
  {
    room: 'lib/teaching/',
    may: ['lib/page/', 'lib/overlay/', 'lib/words/'],
    mayTypes: [...contract, 'components/status-shapes.ts'],
  },
  { room: 'lib/background/', may: ['lib/'], notPackages: [...serverSide, 'react', 'react-dom'] },
  {
    room: 'lib/',
    may: ['lib/domain/', 'lib/messages.ts', 'lib/channel.ts', 'lib/words/'],
    notPackages: serverSide,
  },
  {
    room: 'entrypoints/invoices/',
    may: ['lib/page/', 'lib/overlay/', 'lib/words/', 'lib/channel.ts', 'components/status-shapes.ts'],
    mayTypes: contract,
    packages: ['wxt'],
  },
  { room: 'entrypoints/', may: ['lib/', 'components/'], notPackages: serverSide },
  { room: 'components/', may: ['lib/'], notPackages: serverSide },
  { room: 'server/', may: ['lib/domain/', 'lib/api/'], notPackages: extensionSide },
  // What stands in for the outside world must not know whom it stands before.
  { room: 'sandbox/', may: [] },
  { room: '.ci/', may: [], packages: ['node:*'] },
]

/** Files whose room needs no rule: tests may import whatever they test. */
export const free: readonly string[] = ['tests/', 'wxt.config.ts']
