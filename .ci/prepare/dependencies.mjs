import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './runtime.mjs'
import { step } from './step.mjs'

/**
 * Installs what package-lock.json says, unless node_modules holds just that already.
 * Install scripts are not run: no package here needs one, and newer npm versions refuse them anyway.
 */
export async function installDependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (existsSync(installed) && holds(lock, readFileSync(installed, 'utf8'))) return
  // An installation that is there is brought up to date in place: another command may be running from it.
  const how = existsSync(join(root, 'node_modules')) ? ['install', '--no-save'] : ['ci']
  const args = [...how, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  await step('Installing dependencies', npm ? process.execPath : 'npm', npm ? [npm, ...args] : args)
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
