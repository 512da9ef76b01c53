import { Outlet } from '#lib/domain/outlet.ts'

export const aConnection = {
  id: 'connection-1',
  ledger: 'xero',
  organisation: 'Harbour Street Kitchen Pte Ltd',
  state: 'connected',
}

/** An outlet that Clearcloud exports to Xero once nothing is missing. */
export function anOutlet(over: { [K in keyof Outlet]?: unknown } = {}): Outlet {
  return Outlet.parse({
    id: 'outlet-1',
    name: 'Harbour Street Kitchen',
    currency: 'SGD',
    exporter: 'clearcloud',
    mode: 'product-groups-required',
    connection: aConnection,
    defaultAccount: null,
    tracking: null,
    ...over,
  })
}
