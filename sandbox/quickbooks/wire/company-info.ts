import type { Company } from '../books/company.ts'
import { currencyName } from '../books/currency-name.ts'
import { offeringSku, tracksClassesAndLocations } from '../books/plan.ts'
import { head, ref, type Wire, withoutEmpty } from './object.ts'

/** The company itself: its name, country and subscription. */
export function companyInfoWire(company: Company): Wire {
  return {
    CompanyName: company.name,
    LegalName: company.name,
    CompanyAddr: { Id: '1', Country: company.country },
    CompanyStartDate: company.createdAt.toISOString().slice(0, 10),
    FiscalYearStartMonth: 'January',
    Country: company.country,
    Email: { Address: 'owner@example.com' },
    WebAddr: {},
    SupportedLanguages: 'en',
    DefaultTimeZone: company.timezone,
    NameValue: [
      { Name: 'NeoEnabled', Value: 'true' },
      { Name: 'SubscriptionStatus', Value: company.subscription === 'active' ? 'PAID' : 'EXPIRED' },
      { Name: 'OfferingSku', Value: offeringSku(company.plan) },
      { Name: 'AccountingTaxId', Value: company.taxNumber },
    ],
    ...head({ ...company, id: '1' }),
  }
}

/** What the company has switched on, and the date its books are closed to. */
export function preferencesWire(company: Company): Wire {
  const tracks = tracksClassesAndLocations(company.plan)
  const unitedStates = company.country === 'US'
  return {
    AccountingInfoPrefs: withoutEmpty({
      UseAccountNumbers: true,
      TrackDepartments: tracks,
      DepartmentTerminology: 'Location',
      ClassTrackingPerTxn: false,
      ClassTrackingPerTxnLine: tracks,
      FirstMonthOfFiscalYear: 'January',
      TaxYearMonth: 'January',
      BookCloseDate: company.closeDate,
      CustomerTerminology: 'Customers',
    }),
    ProductAndServicesPrefs: { ForSales: true, ForPurchase: true, QuantityOnHand: false },
    VendorAndPurchasesPrefs: {
      EnableBills: company.plan !== 'simple-start',
      TrackingByCustomer: false,
      BillableExpenseTracking: false,
      POCustomField: [],
    },
    TaxPrefs: { UsingSalesTax: true, ...(unitedStates ? { PartnerTaxEnabled: true } : {}) },
    CurrencyPrefs: {
      MultiCurrencyEnabled: company.multicurrency,
      HomeCurrency: ref(company.homeCurrency, currencyName(company.homeCurrency)),
    },
    ReportPrefs: { ReportBasis: 'Accrual', CalcAgingReportFromTxnDate: false },
    OtherPrefs: {
      NameValue: [{ Name: 'WarnDuplicateBillNumber', Value: String(company.refusesDuplicateNumbers) }],
    },
    ...head({ ...company, id: '1' }),
  }
}
