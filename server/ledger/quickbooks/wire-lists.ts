import { z } from 'zod'

/** A reference to another object by its id. */
export const Ref = z.looseObject({ value: z.string(), name: z.string().optional() })

const active = z.boolean().default(true)
const named = { Id: z.string(), Name: z.string().default(''), Active: active }

/** The lists of a company as its answers hold them, as far as bills need them. */
export const WireAccount = z.looseObject({
  ...named,
  FullyQualifiedName: z.string().optional(),
  AcctNum: z.string().nullish(),
  AccountType: z.string().default(''),
  CurrencyRef: Ref.nullish(),
  TaxCodeRef: Ref.nullish(),
})
export const WireTaxRate = z.looseObject({ Id: z.string(), RateValue: z.coerce.number().default(0) })
export const WireTaxCode = z.looseObject({
  ...named,
  Hidden: z.boolean().default(false),
  PurchaseTaxRateList: z
    .looseObject({
      TaxRateDetail: z
        .array(z.looseObject({ TaxRateRef: Ref, TaxTypeApplicable: z.string().optional() }))
        .default([]),
    })
    .nullish(),
})
/** A class or a location. */
export const WireTag = z.looseObject({ ...named, FullyQualifiedName: z.string().optional() })
export const WireCurrency = z.looseObject({ Code: z.string(), Active: active })
export const WireVendor = z.looseObject({
  Id: z.string(),
  DisplayName: z.string().default(''),
  Active: active,
  CurrencyRef: Ref.nullish(),
  PrimaryEmailAddr: z.looseObject({ Address: z.string().nullish() }).nullish(),
})
export type WireVendor = z.infer<typeof WireVendor>
export const WireCompanyInfo = z.looseObject({
  CompanyName: z.string().default(''),
  Country: z.string().default(''),
  NameValue: z
    .array(z.looseObject({ Name: z.string().default(''), Value: z.string().default('') }))
    .default([]),
})
export const WirePreferences = z.looseObject({
  AccountingInfoPrefs: z.looseObject({ BookCloseDate: z.string().nullish() }).optional(),
  VendorAndPurchasesPrefs: z.looseObject({ EnableBills: z.boolean().optional() }).optional(),
  TaxPrefs: z.looseObject({ UsingSalesTax: z.boolean().optional() }).optional(),
  CurrencyPrefs: z
    .looseObject({ MultiCurrencyEnabled: z.boolean().optional(), HomeCurrency: Ref.optional() })
    .optional(),
  OtherPrefs: z
    .looseObject({
      NameValue: z
        .array(z.looseObject({ Name: z.string().default(''), Value: z.string().default('') }))
        .default([]),
    })
    .optional(),
})
