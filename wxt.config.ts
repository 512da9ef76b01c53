import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'wxt'
import { noCodeFromText } from './.ci/build/no-code-from-text.ts'
import { keepWholeCatalogues } from './.ci/build/whole-catalogues.ts'
import { pageMatches } from './lib/page/matches.ts'

/** `npm run dev` opens the browser that was found for it, if there is a display to open it on. */
const chromium = process.env.PUPPETEER_EXECUTABLE_PATH
const display = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY

/** Firefox asks for an id of its own, and what leaves the browser: invoices, for our server to make bills of. */
const gecko = {
  id: '{5f0c0e0d-2f6b-4d0e-9a3b-6c1d5e8a7b42}',
  strict_min_version: '142.0',
  data_collection_permissions: { required: ['financialAndPaymentInfo', 'websiteContent'] },
}

export default defineConfig({
  webExt: {
    disabled: !display,
    ...(chromium ? { binaries: { chrome: chromium } } : {}),
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    startUrls: [`http://localhost:${process.env.SANDBOX_PORT ?? 4600}/invoices`],
  },
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  i18n: { localesDir: `${import.meta.dirname}/lib/words/locales` },
  hooks: { 'build:publicAssets': (_, assets) => keepWholeCatalogues(assets) },
  vite: () => ({ plugins: [tailwindcss(), noCodeFromText()] }),
  manifest: ({ browser }) => ({
    name: '__MSG_manifest_name__',
    description: '__MSG_manifest_description__',
    default_locale: 'en',
    permissions: [
      'storage',
      'alarms',
      'identity',
      'scripting',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: pageMatches,
    content_scripts: [
      // A list may stand in a frame of the same site: that is a page by itself.
      { matches: pageMatches, js: ['invoices.js'], all_frames: true, run_at: 'document_start' },
    ],
    ...(browser === 'firefox' ? { browser_specific_settings: { gecko } } : {}),
  }),
})
