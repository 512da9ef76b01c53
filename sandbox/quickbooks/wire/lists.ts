import { type Account, classificationOf } from '../books/account.ts'
import type { Currency, Tag, Term } from '../books/company.ts'
import { currencyName } from '../books/currency-name.ts'
import type { TaxCode, TaxRate } from '../books/tax.ts'
import { head, ref, type Wire, withoutEmpty } from './object.ts'

/** An account of the chart. */
export function accountWire(account: Account): Wire {
  return withoutEmpty({
    ...head(account),
    Name: account.name,
    SubAccount: false,
    FullyQualifiedName: account.name,
    Active: account.active,
    Classification: classificationOf(account.type),
    AccountType: account.type,
    AccountSubType: account.subType,
    AcctNum: account.number,
    CurrentBalance: 0,
    CurrentBalanceWithSubAccounts: 0,
    CurrencyRef: ref(account.currency, currencyName(account.currency)),
  })
}

/** A rate of a tax agency; purchases and sales have rates of their own. */
export function taxRateWire(rate: TaxRate): Wire {
  return {
    ...head(rate),
    Name: rate.name,
    Description: rate.name,
    Active: rate.active,
    RateValue: rate.percent,
    AgencyRef: ref('1'),
    SpecialTaxType: rate.percent === 0 ? 'ZERO_RATE' : 'NONE',
    EffectiveTaxRate: [{ RateValue: rate.percent, EffectiveDate: '2020-01-01T00:00:00-08:00' }],
    DisplayType: 'ReadOnly',
  }
}

/** A tax code with its lists of rates for sales and for purchases. */
export function taxCodeWire(code: TaxCode, rates: readonly TaxRate[]): Wire {
  const list = (ids: readonly string[]): Wire => ({
    TaxRateDetail: ids.map((id, index) => ({
      TaxRateRef: ref(id, rates.find(rate => rate.id === id)?.name),
      TaxTypeApplicable: 'TaxOnAmount',
      TaxOrder: index,
    })),
  })
  return {
    ...head(code),
    Name: code.name,
    Description: code.description,
    Active: code.active,
    Hidden: !code.active,
    Taxable: code.taxable,
    TaxGroup: code.salesRateIds.length + code.purchaseRateIds.length > 0,
    SalesTaxRateList: list(code.salesRateIds),
    PurchaseTaxRateList: list(code.purchaseRateIds),
  }
}

/** A class. */
export function classWire(tag: Tag): Wire {
  return { ...head(tag), Name: tag.name, SubClass: false, FullyQualifiedName: tag.name, Active: tag.active }
}

/** A location; the wire calls it a department. */
export function departmentWire(tag: Tag): Wire {
  return {
    ...head(tag),
    Name: tag.name,
    SubDepartment: false,
    FullyQualifiedName: tag.name,
    Active: tag.active,
  }
}

/** A currency the company deals in besides its own. */
export function currencyWire(currency: Currency): Wire {
  return { ...head(currency), Code: currency.code, Name: currency.name, Active: currency.active }
}

/** Terms of payment. */
export function termWire(term: Term): Wire {
  return {
    ...head(term),
    Name: term.name,
    Active: term.active,
    Type: 'STANDARD',
    DiscountPercent: 0,
    DueDays: term.dueDays,
    DiscountDays: 0,
  }
}
