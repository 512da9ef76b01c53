import { existsSync } from 'node:fs'
import process from 'node:process'
import { step } from './step.mjs'

let lists

/** Whether we may install what is missing: as root on a Debian or the like. */
export function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** Installs a package; asks for apt's lists before the first one. @throws with apt's words */
export async function install(name, pkg) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  lists ??= step('Asking apt for its lists', 'apt-get', ['update', '-qq'], { env })
  await lists
  await step(`Installing ${name}`, 'apt-get', ['install', '-y', '-qq', pkg], { env })
}
