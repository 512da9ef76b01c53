import { connected } from '#tests/sandbox/quickbooks/consent.ts'
import { found, runSandbox } from '#tests/sandbox/quickbooks/running-sandbox.ts'
import { at } from '../fill-in.ts'
import type { World } from '../rule.ts'

const suppliers = (company: string) => [
  'Green Acre Produce',
  company.startsWith('Canal') ? { name: 'Nordfisk AS', currency: 'NOK' } : 'Blue Pier Fish',
  ...['Third', 'Fourth', 'Fifth', 'Taken by a customer'],
]

/**
 * A sandbox of its own and an app connected to its three companies: `realm` in Singapore, `canal` in the
 * Netherlands with several currencies, `bayside` in the United States; with the names that the rules speak of.
 */
export async function openWorld(published: boolean): Promise<World> {
  const sandbox = await runSandbox({ suppliers, ...(published ? { limits: {} } : {}) })
  const [orchard, canal, bayside] = ['Orchard', 'Canal', 'Bayside'].map(sandbox.company)
  const tokens = []
  for (const company of [orchard, canal, bayside]) {
    tokens.push(await connected(sandbox, found(company).realmId))
  }
  const account = (of: typeof orchard, number: string): string =>
    found(of?.accounts.find(one => one.number === number)).id
  const code = (of: typeof orchard, name: string): string =>
    found(of?.taxCodes.find(one => one.name === name)).id
  return {
    origin: sandbox.origin,
    names: {
      token: found(tokens[0]).access_token,
      refresh: found(tokens[0]).refresh_token,
      canalToken: found(tokens[1]).access_token,
      baysideToken: found(tokens[2]).access_token,
      realm: found(orchard).realmId,
      canal: found(canal).realmId,
      bayside: found(bayside).realmId,
      vendor: found(orchard?.vendors[0]).id,
      second: found(orchard?.vendors[1]).id,
      inactiveVendor: found(orchard?.vendors.find(one => !one.active)).id,
      customer: found(orchard?.otherNames[0]).id,
      norwegian: found(canal?.vendors.find(one => one.currency === 'NOK')).id,
      food: account(orchard, '310'),
      oldAccount: account(orchard, '319'),
      receivable: account(orchard, '610'),
      payable: account(orchard, '800'),
      canalPayable: account(canal, '800'),
      klass: found(orchard?.classes[0]).id,
      department: found(orchard?.departments[0]).id,
      nine: code(orchard, '9% SR'),
      eight: code(orchard, '8% SR'),
      salesOnly: code(orchard, '0% ES33'),
      canalNine: code(canal, '9% VAT'),
      canal21: code(canal, '21% VAT'),
    },
    forward: minutes => sandbox.clock.forward(minutes),
    wordsOf,
    close: sandbox.close,
  }
}

/** What an answer finds wrong, wherever it has its place: code and detail, e.g. `610 Object Not Found : …`. */
function wordsOf(body: unknown): string[] {
  const parts = ['BatchItemResponse', 'AttachableResponse', 'CDCResponse'].flatMap(key => at(body, key) ?? [])
  return [body, at(body, 'QueryResponse'), ...parts]
    .flatMap(part => at(part, 'Fault.Error') ?? at(part, 'fault.error') ?? [])
    .map(error => `${String(at(error, 'code'))} ${String(at(error, 'Detail') ?? at(error, 'message'))}`)
}
