/** Builds the extension as the sandbox needs it: the production build, which also wakes on loopback pages. */
import { build } from 'wxt'
import { extensionBuild } from './extension.ts'

process.env.CLEARCLOUD_SANDBOX = '1'
await build({ outDirTemplate: extensionBuild })
