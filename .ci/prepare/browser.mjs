import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { install, mayInstall } from './apt.mjs'
import { onPath } from './on-path.mjs'
import { step } from './step.mjs'

/** The side panel, its opening from a click in the page, and loading extensions over the debugging pipe. */
const oldestChromium = 126

const installedNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/**
 * The path of a Chromium that runs here, looked for where it costs least first: the environment, the
 * machine, puppeteer's cache; then installed by puppeteer's installer, or by apt where we are root.
 * @throws with what was tried and what to do, if there is none
 */
export async function findBrowser(env) {
  const given = process.env.PUPPETEER_EXECUTABLE_PATH
  if (given) {
    if (works(given)) return given
    throw new Error(
      `PUPPETEER_EXECUTABLE_PATH names ${given}, which is no Chromium ${oldestChromium} or newer.`,
    )
  }
  return present() ?? (await installed(env))
}

function present() {
  return [...onPath(installedNames), ...inCache()].find(works)
}

async function installed(env) {
  const tried = []
  const attempts = [() => byPuppeteer(env)]
  if (mayInstall()) attempts.push(() => install('Chromium', 'chromium'))
  for (const attempt of attempts) {
    try {
      await attempt()
      const found = present()
      if (found) return found
      tried.push('It was installed but does not run here (libraries missing?).')
    } catch (error) {
      tried.push(error.message)
    }
  }
  throw new Error(
    `${tried.join('\n')}\n\nNo Chromium was found, and none could be installed. Please install Chromium or Chrome ` +
      `(${oldestChromium} or newer), or say where one is: PUPPETEER_EXECUTABLE_PATH=/path/to/chrome`,
  )
}

function byPuppeteer(env) {
  const args = ['install', 'chrome@stable', '--path', cacheFolder()]
  return step('Downloading a browser', 'browsers', args, { env, timeout: 300_000 })
}

function cacheFolder() {
  return process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer')
}

/** Newest first; `chrome/linux-156.0.1.2/chrome-linux64/chrome` is how puppeteer lays them out. */
function inCache() {
  const folder = join(cacheFolder(), 'chrome')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap(build => ['chrome-linux64', 'chrome-linux'].map(kind => join(folder, build, kind, 'chrome')))
    .filter(path => existsSync(path))
}

/** Runs it for its version: a stub that only tells how to install the real thing does not count. */
function works(path) {
  try {
    const said = execFileSync(path, ['--version'], {
      encoding: 'utf8',
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return versionOf(said) >= oldestChromium
  } catch {
    return false // not runnable is the answer, whatever the reason
  }
}

/** `Chromium 156.0.7204.49 built on Debian` → 156; 0 if it says nothing of the kind. */
export function versionOf(said) {
  return Number(/(\d+)\.\d+\.\d+/.exec(said)?.[1] ?? 0)
}
