import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { install, mayInstall } from './apt.mjs'
import { onPath } from './on-path.mjs'

/** What the extension asks for (wxt.config.ts, strict_min_version). */
const oldestFirefox = 142

/**
 * The path of a Firefox that runs here: what FIREFOX_BIN names, what the machine has, or Debian's firefox-esr, which
 * is installed where we are root. Undefined where there is none and none can be had: then the reason was told to
 * stderr, and what needs Firefox is left out.
 * @throws if FIREFOX_BIN names something else
 */
export async function findFirefox() {
  const given = process.env.FIREFOX_BIN
  if (given) {
    if (works(given)) return given
    throw new Error(`FIREFOX_BIN names ${given}, which is no Firefox ${oldestFirefox} or newer.`)
  }
  const found = present()
  if (found) return found
  const why = await installed()
  if (why === undefined) return present()
  process.stderr.write(
    `${why}\nWhat needs Firefox is left out. Install Firefox ESR (${oldestFirefox} or newer), ` +
      'or say where one is: FIREFOX_BIN=/path/to/firefox\n',
  )
}

function present() {
  return onPath(['firefox-esr', 'firefox']).find(works)
}

/** Gives nothing where there is a Firefox afterwards, else why there is none. */
async function installed() {
  if (!mayInstall()) return `There is no Firefox ${oldestFirefox} or newer here, and we may not install one.`
  try {
    await install('Firefox ESR', 'firefox-esr')
  } catch (error) {
    return error.message
  }
  if (!present())
    return `The Firefox ESR that apt knows is older than ${oldestFirefox}, or does not run here.`
}

function works(path) {
  try {
    const said = execFileSync(path, ['--version'], {
      encoding: 'utf8',
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return firefoxVersion(said) >= oldestFirefox
  } catch {
    return false // not runnable is the answer, whatever the reason
  }
}

/** `Mozilla Firefox 153.7.0esr` → 153; 0 if it says nothing of the kind. */
export function firefoxVersion(said) {
  return Number(/^Mozilla Firefox (\d+)\./m.exec(said)?.[1] ?? 0)
}
