import type { AccountSeed } from '../books/company-seed.ts'
import { currencyName } from '../books/currency-name.ts'

/**
 * A restaurant's chart of accounts, parallel to the one that the sandbox's other ledger keeps: cost of sales by
 * kind of food, the overheads it buys for, and what every ledger has. Account 319 is inactive. For each foreign
 * currency there is an Accounts Payable account.
 */
export function restaurantAccounts(foreign: readonly string[]): AccountSeed[] {
  const cost = (number: string, name: string): AccountSeed => ({
    number,
    name,
    type: 'Cost of Goods Sold',
    subType: 'SuppliesMaterialsCogs',
  })
  const expense = (number: string, name: string, subType: string): AccountSeed => ({
    number,
    name,
    type: 'Expense',
    subType,
  })
  return [
    { number: '090', name: 'Business bank account', type: 'Bank', subType: 'Checking' },
    { number: '200', name: 'Sales', type: 'Income', subType: 'SalesOfProductIncome' },
    cost('310', 'Food purchases – vegetables & fruit'),
    cost('311', 'Food purchases – meat'),
    cost('312', 'Food purchases – seafood'),
    cost('313', 'Food purchases – dairy & eggs'),
    cost('314', 'Food purchases – dry goods'),
    cost('315', 'Beverage purchases'),
    { ...cost('319', 'Food purchases – old account'), inactive: true },
    cost('320', 'Smallwares'),
    cost('330', 'Cleaning & packaging'),
    cost('340', 'Delivery & freight'),
    cost('345', 'Deposits on packaging'),
    expense('400', 'Advertising', 'AdvertisingPromotional'),
    expense('404', 'Bank fees', 'BankCharges'),
    expense('453', 'Office expenses', 'OfficeGeneralAdministrativeExpenses'),
    expense('473', 'Repairs & maintenance', 'RepairMaintenance'),
    {
      number: '610',
      name: 'Accounts Receivable (A/R)',
      type: 'Accounts Receivable',
      subType: 'AccountsReceivable',
    },
    { number: '630', name: 'Inventory', type: 'Other Current Asset', subType: 'Inventory' },
    { number: '710', name: 'Kitchen equipment', type: 'Fixed Asset', subType: 'MachineryAndEquipment' },
    { number: '800', name: 'Accounts Payable (A/P)', type: 'Accounts Payable', subType: 'AccountsPayable' },
    ...foreign.map(
      (currency, index): AccountSeed => ({
        number: String(801 + index),
        name: `Accounts Payable (A/P) - ${currencyName(currency)}`,
        type: 'Accounts Payable',
        subType: 'AccountsPayable',
        currency,
      }),
    ),
    { number: '820', name: 'Tax payable', type: 'Other Current Liability', subType: 'GlobalTaxPayable' },
    { number: '860', name: 'Rounding', type: 'Expense', subType: 'OtherMiscellaneousServiceCost' },
    { number: '960', name: 'Retained earnings', type: 'Equity', subType: 'RetainedEarnings' },
  ]
}
