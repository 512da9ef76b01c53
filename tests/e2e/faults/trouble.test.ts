import { describe, test } from 'vitest'
import { allStand, billsOf, doubled } from '#sandbox/tour/bills.ts'
import { show } from '#sandbox/tour/clouds.ts'
import { consentAtQuickbooks, consentAtXero } from '#sandbox/tour/consent.ts'
import { exportAll } from '#sandbox/tour/export-all.ts'
import type { HostInvoice } from '#sandbox/tour/host.ts'
import { allDecided } from '#sandbox/tour/likely-duplicates.ts'
import { connectQuickbooks, letClearcloudExport, signIn } from '#sandbox/tour/options.ts'
import type { OutletName } from '#sandbox/tour/outlets.ts'
import { same } from '#sandbox/tour/step.ts'
import type { World } from '#sandbox/tour/world.ts'
import { aRunningWorld } from '#tests/e2e/running.ts'

async function readyOf(world: World, outlet: OutletName): Promise<HostInvoice[]> {
  return (await world.host.invoices()).filter(
    invoice => invoice.outlet.name === outlet && invoice.exportStatus === 'READY',
  )
}

/** Lets Clearcloud export for the outlet and shows its invoices; what is ready of it. */
async function takeOver(world: World, outlet: OutletName): Promise<HostInvoice[]> {
  const options = await world.openOwn('options.html')
  await letClearcloudExport(options, outlet)
  await options.page.close()
  await world.invoices.page.bringToFront()
  await show(world.invoices, { outlet })
  return readyOf(world, outlet)
}

describe('when the server or the ledger is away', () => {
  const world = aRunningWorld()

  test('exports wait for a server that cannot be reached, say so, and go on by themselves', async () => {
    const { invoices, stack, ledger } = world()
    await invoices.find('link', 'Invoices')
    const options = await signIn(world())
    await connectQuickbooks(world(), options)
    await options.page.close()
    const ready = await takeOver(world(), 'Canal House Brasserie')
    const button = await invoices.find('button', `Export all ready (${ready.length})`)
    await stack.server.stop()
    await invoices.clickOn(button)
    await invoices.find('StaticText', /server cannot be reached/, 60_000)
    await stack.restartServer()
    await allDecided(world(), ready, 120_000)
    same('Bills that stand twice', doubled(await ledger.bills(), await world().host.invoices()), [])
  })

  test('a connection to Xero that has ended waits for reconnecting, and nothing is lost', async () => {
    const { invoices, ledger } = world()
    const outlet = 'Harbour Street Kitchen'
    await takeOver(world(), outlet)
    await ledger.xero.revoke()
    const ready = await exportAll(world(), [outlet], outlet)
    await consentAtXero(world(), () => invoices.click('button', 'Reconnect', 60_000))
    await allStand(world(), ready, 120_000)
    same('Bills that stand twice', doubled(await ledger.bills(), await world().host.invoices()), [])
  })

  test('one to QuickBooks likewise, and an answer lost on its way makes no second bills', async () => {
    const { invoices, ledger, host } = world()
    const { quickbooks } = ledger
    const outlet = 'Orchard Noodle House'
    await takeOver(world(), outlet)
    await quickbooks.revoke()
    const ready = await exportAll(world(), [outlet], outlet)
    const made = async () => {
      const bills = await quickbooks.bills()
      return ready.flatMap(invoice => billsOf(bills, invoice)).length
    }
    const reconnect = await invoices.find('button', 'Reconnect', 60_000)
    same('Bills made without a connection', await made(), 0)
    const match = { method: 'POST', path: '/batch$' }
    // Slow enough that an answer can be lost while there is more to send.
    await quickbooks.plan({ match, times: 20, fault: { kind: 'delay', ms: 500 } })
    await consentAtQuickbooks(world(), () => invoices.clickOn(reconnect))
    await invoices.until(made, count => count > 0, 60_000)
    const lost = { kind: 'drop-after-commit' }
    await quickbooks.plan({ match, times: 1, fault: lost })
    await allStand(world(), ready, 120_000)
    same('Answers that were to be lost and were not', await quickbooks.faultsLeft(lost.kind), 0)
    same('Bills that stand twice', doubled(await ledger.bills(), await host.invoices()), [])
  })
})
