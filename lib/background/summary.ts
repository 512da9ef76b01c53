import { summarise } from '#lib/store/summary.ts'
import type { Handler } from './app.ts'

/** Counts, progress and the one banner. */
export const summary: Handler<'summary'> = ({ store }, { outletIds }) => summarise(store, outletIds)
