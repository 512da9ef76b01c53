import { onThePageCases } from './cases/on-the-page-cases.ts'
import { removalCase } from './cases/removal-case.ts'
import { aRunningWorld } from './running.ts'

const world = aRunningWorld()

onThePageCases(world)
removalCase(world, () => world().stack.browser.uninstallExtension(world().stack.extensionId))
