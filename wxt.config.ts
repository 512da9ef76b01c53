import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'wxt'

/** The sandbox build also wakes on loopback pages; the store build must not. */
const sandboxMatches = process.env.CLEARCLOUD_SANDBOX ? ['http://localhost/*'] : []

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react'],
  vite: () => ({ plugins: [tailwindcss()] }),
  manifest: ({ browser }) => ({
    name: 'Clearcloud',
    description: 'Says why every Foodrazor invoice cloud has its colour, fixes it in a click, exports it to Xero.',
    permissions: ['storage', 'alarms', 'identity', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    host_permissions: ['https://*.foodrazor.com/*', ...sandboxMatches],
  }),
})
