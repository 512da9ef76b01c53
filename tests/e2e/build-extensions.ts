import { buildFoodrazor } from '#sandbox/foodrazor/build.ts'
import { buildExtension } from '#sandbox/launch/extension.ts'

/** Before any of the tests that drive a browser: built by two of them at once, a build would break. */
export async function setup(): Promise<void> {
  await buildFoodrazor()
  await buildExtension('chrome')
  await buildExtension('firefox')
}
