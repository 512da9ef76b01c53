import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.mjs'
import { step } from './step.mjs'

/** The root tsconfig.json extends what WXT generates; without it neither tests nor builds know their settings. */
export async function generateTypes(env) {
  if (existsSync(join(root, '.wxt', 'tsconfig.json'))) return
  await step('Generating types', 'wxt', ['prepare'], { env })
}
