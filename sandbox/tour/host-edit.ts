import { onlyMark, search } from './clouds.ts'
import type { HostInvoice } from './host.ts'
import type { World } from './world.ts'

/** Opens an invoice on the host's own page and makes its first quantity one more, as a person edits it. */
export async function oneMore(world: World, invoice: HostInvoice): Promise<void> {
  const { invoices } = world
  await search(invoices, invoice.invoiceNo)
  await onlyMark(invoices, ['exported'])
  await invoices.click('link', invoice.invoiceNo)
  await invoices.click('button', 'Edit')
  const quantity = await invoices.find('textbox', /^Quantity of/)
  await invoices.fill('textbox', quantity.name, (Number(quantity.value) + 1).toFixed(3))
  await invoices.click('button', 'Save')
  await invoices.find('button', 'Edit')
  await invoices.click('link', '← Invoices')
  await invoices.find('button', 'Export All')
}

/** The host's own invoice as it stands now. @throws if it is gone */
export async function nowOf(world: World, invoice: HostInvoice): Promise<HostInvoice> {
  const found = (await world.host.invoices()).find(({ id }) => id === invoice.id)
  if (!found) throw new Error(`The host no longer has ${invoice.invoiceNo}`)
  return found
}
