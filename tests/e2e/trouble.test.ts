import { describe, test } from 'vitest'
import { allStand, doubled } from '#sandbox/tour/bills.ts'
import { show } from '#sandbox/tour/clouds.ts'
import type { HostInvoice } from '#sandbox/tour/host.ts'
import { letClearcloudExport, signIn } from '#sandbox/tour/options.ts'
import { type OutletName, organisationOf } from '#sandbox/tour/outlets.ts'
import { same } from '#sandbox/tour/step.ts'
import type { World } from '#sandbox/tour/world.ts'
import { aRunningWorld } from './running.ts'

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
    const options = await signIn(world(), Object.values(organisationOf))
    await options.page.close()
    const ready = await takeOver(world(), 'Canal House Brasserie')
    const button = await invoices.find('button', `Export all ready (${ready.length})`)
    await stack.server.stop()
    await invoices.clickOn(button)
    await invoices.find('StaticText', /server cannot be reached/, 60_000)
    await stack.restartServer()
    await allStand(world(), ready, 120_000)
    same('Bills that stand twice', doubled(await ledger.bills(), await world().host.invoices()), [])
  })

  test('a connection that has ended waits for reconnecting, and nothing is lost', async () => {
    const { invoices, ledger } = world()
    const ready = await takeOver(world(), 'Orchard Noodle House')
    const button = await invoices.find('button', `Export all ready (${ready.length})`, 30_000)
    await ledger.revoke()
    await invoices.clickOn(button)
    const consent = await world().appearing(/\/identity\/connect\/authorize/, () =>
      invoices.click('button', 'Reconnect', 60_000),
    )
    for (const organisation of Object.values(organisationOf)) {
      await consent.click('checkbox', new RegExp(`^${organisation}`))
    }
    await consent.click('button', 'Allow access')
    await allStand(world(), ready, 120_000)
    same('Bills that stand twice', doubled(await ledger.bills(), await world().host.invoices()), [])
  })
})
