import { test } from 'vitest'
import { marks, onlyMark, search, show } from '#sandbox/tour/clouds.ts'
import type { HostInvoice } from '#sandbox/tour/host.ts'
import { aRunningWorld } from './running.ts'

const world = aRunningWorld()
const outlet = 'Harbour Street Kitchen'

/** The host's first invoice of this status in the outlet. */
async function oneOf(status: HostInvoice['exportStatus']): Promise<HostInvoice> {
  const found = (await world().host.invoices()).find(
    invoice => invoice.outlet.name === outlet && invoice.exportStatus === status,
  )
  if (!found) throw new Error(`There is no ${status} invoice`)
  return found
}

/** What the host says of an invoice now, once it satisfies. */
function becomes(id: string, status: HostInvoice['exportStatus']) {
  return world().invoices.until(
    async () => (await world().host.invoices()).find(invoice => invoice.id === id)?.exportStatus,
    seen => seen === status,
  )
}

test('a blue cloud is exported with Foodrazor by the page’s own control, from its card', async () => {
  const { invoices } = world()
  const ready = await oneOf('READY')
  await show(invoices, { outlet })
  await search(invoices, ready.invoiceNo)
  await invoices.click('button', (await onlyMark(invoices, ['ready'])).name)
  await invoices.click('button', 'Export with Foodrazor')
  await becomes(ready.id, 'EXPORTED')
  await onlyMark(invoices, ['exported'])
})

test('a product’s group that is assigned in the card stands in Foodrazor as well', async () => {
  const { invoices, stack } = world()
  await show(invoices, { outlet, status: 'Missing Product Group', rows: '25' })
  const named = await invoices.until(
    () => marks(invoices, 'group'),
    found => found.some(({ name }) => /: “[^”]+” has no product group/.test(name)),
    30_000,
  )
  const mark = named.find(({ name }) => /: “[^”]+” has no product group/.test(name))
  const product = /“([^”]+)”/.exec(mark?.name ?? '')?.[1]
  if (!mark || !product) throw new Error('No cloud lacks exactly one product’s group')
  await invoices.click('button', mark.name)
  await invoices.choose(`Product group for ${product}`, 'Dry Goods')
  await invoices.click('button', 'Assign')
  const { store } = stack.sandbox
  const groupName = async () => {
    const held = [...store.products.values()].find(({ name }) => name === product)
    return held && store.groupOf(held)?.name
  }
  await invoices.until(groupName, name => name === 'Dry Goods')
})
