import type { AccountSeed } from '../books/organisation-seed.ts'

/**
 * A restaurant's chart of accounts: cost of sales by kind of food, the overheads it buys for, and the system
 * accounts every ledger has. Account 319 is archived.
 */
export function restaurantAccounts(tax: { purchases: string; sales: string }): AccountSeed[] {
  const cost = (code: string, name: string): AccountSeed => ({
    code,
    name,
    type: 'DIRECTCOSTS',
    taxType: tax.purchases,
  })
  const overhead = (code: string, name: string): AccountSeed => ({
    code,
    name,
    type: 'OVERHEADS',
    taxType: tax.purchases,
  })
  return [
    { code: '090', name: 'Business bank account', type: 'BANK', taxType: 'NONE' },
    { code: '200', name: 'Sales', type: 'REVENUE', taxType: tax.sales },
    cost('310', 'Food purchases – vegetables & fruit'),
    cost('311', 'Food purchases – meat'),
    cost('312', 'Food purchases – seafood'),
    cost('313', 'Food purchases – dairy & eggs'),
    cost('314', 'Food purchases – dry goods'),
    cost('315', 'Beverage purchases'),
    { ...cost('319', 'Food purchases – old account'), archived: true },
    cost('320', 'Smallwares'),
    cost('330', 'Cleaning & packaging'),
    cost('340', 'Delivery & freight'),
    cost('345', 'Deposits on packaging'),
    overhead('400', 'Advertising'),
    overhead('404', 'Bank fees'),
    overhead('453', 'Office expenses'),
    overhead('473', 'Repairs & maintenance'),
    {
      code: '610',
      name: 'Accounts Receivable',
      type: 'CURRENT',
      taxType: 'NONE',
      systemAccount: 'DEBTORS',
    },
    { code: '630', name: 'Inventory', type: 'INVENTORY', taxType: 'NONE' },
    { code: '710', name: 'Kitchen equipment', type: 'FIXED', taxType: tax.purchases },
    {
      code: '800',
      name: 'Accounts Payable',
      type: 'CURRLIAB',
      taxType: 'NONE',
      systemAccount: 'CREDITORS',
    },
    { code: '820', name: 'Sales tax', type: 'CURRLIAB', taxType: 'NONE', systemAccount: 'GST' },
    { code: '860', name: 'Rounding', type: 'CURRLIAB', taxType: 'NONE', systemAccount: 'ROUNDING' },
    {
      code: '960',
      name: 'Retained earnings',
      type: 'EQUITY',
      taxType: 'NONE',
      systemAccount: 'RETAINEDEARNINGS',
    },
  ]
}
