import type { Status } from '#lib/domain/assessment.ts'
import type { Tally } from '#lib/store/queries/outlet-counts.ts'
import { say } from '#lib/words/say.ts'

/** Each count's shape, its short word, and the words with which its button's name begins. */
export const tallyWords: Record<Tally, { status: Status; short: string; full: string }> = {
  ready: { status: 'ready', short: say('popup.ready'), full: say('popup.ready-full') },
  missing: { status: 'missing-product-group', short: say('popup.missing'), full: say('popup.missing') },
  exporting: { status: 'exporting', short: say('popup.exporting'), full: say('popup.exporting') },
  exported: { status: 'exported', short: say('popup.exported'), full: say('popup.exported') },
  failed: { status: 'failed', short: say('popup.failed'), full: say('popup.failed-full') },
}
