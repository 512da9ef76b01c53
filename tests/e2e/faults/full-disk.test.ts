import { test } from 'vitest'
import { marks, show } from '#sandbox/tour/clouds.ts'
import { aRunningWorld } from '#tests/e2e/running.ts'

const world = aRunningWorld()

test('a full disk is said where the user is, and the page is read once there is room again', async () => {
  const { stack, invoices } = world()
  const origin = `chrome-extension://${stack.extensionId}`
  const session = await invoices.page.createCDPSession()
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  await invoices.page.bringToFront()
  await show(invoices)
  await invoices.find('StaticText', /no room left|storage is full/, 30_000)
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await invoices.gone('StaticText', /no room left|storage is full/, 30_000)
  await show(invoices, { outlet: 'Orchard Noodle House', status: 'Ready to Export', rows: '25' })
  await invoices.until(
    () => marks(invoices, 'ready'),
    found => found.length === 25,
  )
})
