import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { createBarList } from '#lib/overlay/bar-list.ts'
import { createCard } from '#lib/overlay/card.ts'
import { neighbour } from '#lib/overlay/neighbour.ts'
import { copyReport } from '#lib/overlay/report.ts'
import { createShortcutHelp } from '#lib/overlay/shortcut-help.ts'
import { offer } from './invoices/late-scripts.ts'

/** Run in a page by the worker, when a cloud is first looked at there. */
export default defineUnlistedScript(() =>
  offer('card', { createBarList, createCard, copyReport, createShortcutHelp, neighbour }),
)
