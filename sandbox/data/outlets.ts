import { type GroupKey, groups, usualAccounts } from './product-groups.ts'
import type { ChartAccount, Outlet, Provider } from './sandbox-data.ts'

/** What each ledger calls the types of accounts that goods and running costs go to. */
const typeNames = {
  xero: { cost: 'DIRECTCOSTS', overhead: 'OVERHEADS' },
  quickbooks: { cost: 'Cost of Goods Sold', overhead: 'Expense' },
} as const satisfies Record<Provider, unknown>

type Kind = keyof (typeof typeNames)[Provider]
const cost = (code: string, name: string) => ({ code, name, kind: 'cost' as Kind })
const overhead = (code: string, name: string) => ({ code, name, kind: 'overhead' as Kind })

/** The accounts that purchases go to: the same in every outlet's ledger. */
const purchaseAccounts = [
  cost('310', 'Food purchases – vegetables & fruit'),
  cost('311', 'Food purchases – meat'),
  cost('312', 'Food purchases – seafood'),
  cost('313', 'Food purchases – dairy & eggs'),
  cost('314', 'Food purchases – dry goods'),
  cost('315', 'Beverage purchases'),
  cost('320', 'Smallwares'),
  cost('330', 'Cleaning & packaging'),
  cost('340', 'Delivery & freight'),
  cost('345', 'Deposits on packaging'),
  overhead('453', 'Office expenses'),
  overhead('473', 'Repairs & maintenance'),
]

/** The expense accounts that an outlet's integration has fetched from its ledger. */
function chartOf(provider: Provider): ChartAccount[] {
  return purchaseAccounts.map(({ kind, ...account }) => ({ ...account, type: typeNames[provider][kind] }))
}

function accountsWithout(...unmapped: GroupKey[]): Record<string, string> {
  const keys = (Object.keys(groups) as GroupKey[]).filter(key => !unmapped.includes(key))
  return Object.fromEntries(keys.map(key => [groups[key].id, usualAccounts[key]]))
}

function outlet(
  { id, name, currency }: Pick<Outlet, 'id' | 'name' | 'currency'>,
  [provider, company]: [Provider, string],
  ...unmapped: GroupKey[]
): Outlet {
  return {
    id,
    name,
    currency,
    integration: {
      provider,
      status: 'CONNECTED',
      organisation: `${name} ${company}`,
      orderExportMode: 'MANUAL',
      accounts: accountsWithout(...unmapped),
      chartOfAccounts: chartOf(provider),
    },
  }
}

/** The restaurant group's three outlets, one of them in QuickBooks; nothing exports before a person acts. */
export const outlets: readonly Outlet[] = [
  outlet(
    { id: 'outlet-1', name: 'Harbour Street Kitchen', currency: 'SGD' },
    ['xero', 'Pte Ltd'],
    'smallwares',
  ),
  outlet({ id: 'outlet-2', name: 'Orchard Noodle House', currency: 'SGD' }, ['quickbooks', 'Pte Ltd']),
  outlet({ id: 'outlet-3', name: 'Canal House Brasserie', currency: 'EUR' }, ['xero', 'B.V.']),
]
