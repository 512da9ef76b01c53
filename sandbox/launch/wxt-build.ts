/** Builds the extension as the sandbox needs it: the production build, which also wakes on loopback pages. */
import process from 'node:process'
import { build } from 'wxt'
import { ExtensionBrowser, extensionBuild } from './extension.ts'

// By hand, as `npm run build:sandbox`, it is Chromium's.
const browser = ExtensionBrowser.parse(process.argv[2] ?? 'chrome')
process.env.CLEARCLOUD_SANDBOX = '1'
await build({ browser, manifestVersion: 3, outDirTemplate: extensionBuild(browser) })
