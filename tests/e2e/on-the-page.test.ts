import { onThePageCases } from './cases/on-the-page-cases.ts'
import { aRunningWorld } from './running.ts'

onThePageCases(aRunningWorld())
