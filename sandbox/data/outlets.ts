import { type GroupKey, groups, usualAccounts } from './product-groups.ts'
import type { ChartAccount, Outlet } from './sandbox-data.ts'

const cost = (code: string, name: string): ChartAccount => ({ code, name, type: 'DIRECTCOSTS' })
const overhead = (code: string, name: string): ChartAccount => ({ code, name, type: 'OVERHEADS' })

/** The expense accounts that each outlet's integration has fetched from its ledger. */
const chartOfAccounts: ChartAccount[] = [
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

function accountsWithout(...unmapped: GroupKey[]): Record<string, string> {
  const keys = (Object.keys(groups) as GroupKey[]).filter(key => !unmapped.includes(key))
  return Object.fromEntries(keys.map(key => [groups[key].id, usualAccounts[key]]))
}

function outlet(id: string, name: string, currency: string, company: string, unmapped: GroupKey[]): Outlet {
  return {
    id,
    name,
    currency,
    integration: {
      provider: 'xero',
      status: 'CONNECTED',
      organisation: `${name} ${company}`,
      orderExportMode: 'MANUAL',
      accounts: accountsWithout(...unmapped),
      chartOfAccounts,
    },
  }
}

/** The restaurant group's three outlets; nothing exports before a person acts. */
export const outlets: readonly Outlet[] = [
  outlet('outlet-1', 'Harbour Street Kitchen', 'SGD', 'Pte Ltd', ['smallwares']),
  outlet('outlet-2', 'Orchard Noodle House', 'SGD', 'Pte Ltd', []),
  outlet('outlet-3', 'Canal House Brasserie', 'EUR', 'B.V.', []),
]
