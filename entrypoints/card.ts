import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { createCard } from '#lib/overlay/card.ts'
import { offerCard } from '#lib/overlay/card-script.ts'

/** Run in a page by the worker, when the content script first needs a card. */
export default defineUnlistedScript(() => offerCard(createCard))
