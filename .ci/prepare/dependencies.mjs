import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './runtime.mjs'
import { step } from './step.mjs'

/** The grid libraries that pages of the tests are made with: many, and of use to no other command. */
const pages = join(root, 'tests', 'pages')

export async function installDependencies() {
  await install(root, 'Installing dependencies')
}

export async function installPages() {
  await install(pages, 'Installing the test pages’ libraries')
}

/**
 * Installs what a folder's package-lock.json says, unless its node_modules holds just that already.
 * Install scripts are not run: no package here needs one, and newer npm versions refuse them anyway.
 */
async function install(folder, title) {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  const installed = join(folder, 'node_modules', '.package-lock.json')
  if (existsSync(installed) && holds(lock, readFileSync(installed, 'utf8'))) return
  // An installation that is there is brought up to date in place: another command may be running from it.
  const how = existsSync(join(folder, 'node_modules')) ? ['install', '--no-save'] : ['ci']
  const args = [...how, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  await step(title, npm ? process.execPath : 'npm', npm ? [npm, ...args] : args, { cwd: folder })
}

/**
 * Whether an installation is what a lock file asks for. npm writes its own record of what it installed as
 * its last act, so a record that agrees also tells that the installation was not interrupted.
 * Takes the texts of package-lock.json and of node_modules/.package-lock.json.
 */
export function holds(lockText, installedText) {
  const wanted = JSON.parse(lockText).packages
  const installed = JSON.parse(installedText).packages
  return Object.entries(wanted).every(([path, pkg]) => {
    if (path === '' || path === 'node_modules/') return true
    const found = installed[path]
    // What is optional may be left out where it does not fit the machine.
    if (!found) return pkg.optional === true || pkg.devOptional === true || pkg.peer === true
    return found.version === pkg.version && found.integrity === pkg.integrity
  })
}
