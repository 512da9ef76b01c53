import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { Bidi } from './bidi.ts'

/** A Firefox in a fresh profile, with the extension. */
export interface RunningFirefox {
  bidi: Bidi
  /** The browsing context of the browser's own window. */
  window: string
  /** The browsing context of the tab in front. */
  tab: string
  /** The extension's id, by which it can be taken out again. */
  extension: string
  /** The address of its pages, with the last slash. */
  ownPages: string
  close(): Promise<void>
}

const patience = 30_000

/** Contexts, of pages or (`moz:scope`) of the browser's own windows. */
export const Contexts = z.object({
  contexts: z.array(z.object({ context: z.string(), url: z.string(), clientWindow: z.string() })),
})

/** @throws with what Firefox said, if it does not start or does not take the extension */
export async function startFirefox(binary: string, extensionFolder: string): Promise<RunningFirefox> {
  const profile = await mkdtemp(join(tmpdir(), 'clearcloud-firefox-'))
  // No first-run pages, and the same steps whether or not somebody looks on: headless has no animations to wait for.
  await writeFile(join(profile, 'user.js'), preferences.map(line => `user_pref(${line});\n`).join(''))
  const child = spawn(
    binary,
    [
      '--headless',
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      '--remote-allow-system-access',
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, MOZ_HEADLESS_WIDTH: '1360', MOZ_HEADLESS_HEIGHT: '960' },
    },
  )
  const close = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const insist = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(insist)
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const bidi = await Bidi.open(await addressOf(child))
    const [window] = Contexts.parse(
      await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' }),
    ).contexts
    if (!window) throw new Error('Firefox has no window')
    const { extension } = z
      .object({ extension: z.string() })
      .parse(
        await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extensionFolder } }),
      )
    const host = await bidi.call(
      window.context,
      `id => WebExtensionPolicy.getByID(id).mozExtensionHostname`,
      extension,
    )
    const ownPages = `moz-extension://${z.string().parse(host)}/`
    const tab = await closeWelcome(bidi, ownPages)
    return { bidi, window: window.context, tab, extension, ownPages, close }
  } catch (error) {
    await close()
    throw new Error('Firefox did not start with the extension.', { cause: error })
  }
}

const preferences = [
  '"browser.aboutwelcome.enabled", false',
  '"datareporting.policy.dataSubmissionEnabled", false',
  '"ui.prefersReducedMotion", 1',
]

/** The address that Firefox says it listens on. */
function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const give = (why: string) => reject(new Error(`${why}\n${said.slice(-2000)}`))
    const timer = setTimeout(() => give('Firefox does not say where it listens'), patience)
    child.once('error', error => give(error.message))
    child.once('exit', code => give(`Firefox ended with ${code}`))
    child.stderr?.on('data', text => {
      said += text
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    })
  })
}

/** The welcome page opens at install, in front of everything. Gives the tab that is left. */
async function closeWelcome(bidi: Bidi, ownPages: string): Promise<string> {
  const deadline = Date.now() + patience
  for (;;) {
    const { contexts } = Contexts.parse(await bidi.send('browsingContext.getTree', {}))
    const welcome = contexts.find(({ url }) => url === `${ownPages}welcome.html`)
    const other = contexts.find(one => one !== welcome)
    if (welcome && other) {
      await bidi.send('browsingContext.close', { context: welcome.context })
      return other.context
    }
    if (Date.now() > deadline)
      throw new Error(`The extension's welcome page does not appear: ${JSON.stringify(contexts)}`)
    await new Promise(done => setTimeout(done, 50))
  }
}
