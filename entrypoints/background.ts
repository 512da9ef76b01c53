import { defineBackground } from 'wxt/utils/define-background'
import { systemBrowser } from '#lib/background/browser-port.ts'
import { createApp } from '#lib/background/create-app.ts'
import type { MessageSender } from '#lib/background/trust.ts'
import { browser } from '#lib/browser.ts'
import { createPageReader } from '#lib/page/page-reader.ts'
import { openStore } from '#lib/store/open.ts'
import { readSetting, writeSetting } from '#lib/store/settings.ts'

export default defineBackground(() => {
  const store = openStore()
  const app = createApp({
    store,
    browser: systemBrowser(),
    own: { id: browser.runtime.id, url: browser.runtime.getURL('') },
    version: browser.runtime.getManifest().version,
    page: async profile =>
      createPageReader({
        profile,
        detailUrl: await readSetting(store, 'detailUrl'),
        onLearned: url => void writeSetting(store, 'detailUrl', url),
      }),
  })
  // Registered synchronously: the worker may have been woken for one of these very events.
  browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) =>
    app.receive(message, sender),
  )
  browser.alarms.onAlarm.addListener(() => void app.wake())
  browser.runtime.onStartup.addListener(() => void app.wake())
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') })
  })
  void app.wake()
})
