import { Hono } from 'hono'
import { wireDate, wireTime } from '../documents/wire-date.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { envelope } from './envelope.ts'

/** `GET /Organisation`: the one organisation of the request, with its lock dates. */
export function organisationRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.get('/Organisation', c => {
    const one = c.var.organisation
    const { period, endOfYear } = one.lockDates
    return envelope(c, sandbox.clock(), 'Organisations', [
      {
        Name: one.name,
        LegalName: one.name,
        PaysTax: true,
        Version: 'GLOBAL',
        OrganisationType: 'COMPANY',
        BaseCurrency: one.baseCurrency,
        CountryCode: one.countryCode,
        IsDemoCompany: false,
        OrganisationStatus: 'ACTIVE',
        TaxNumber: one.taxNumber,
        FinancialYearEndDay: 31,
        FinancialYearEndMonth: 12,
        SalesTaxBasis: 'ACCRUALS',
        SalesTaxPeriod: 'QUARTERLY',
        DefaultSalesTax: 'Tax Exclusive',
        DefaultPurchasesTax: 'Tax Exclusive',
        ...(period === undefined ? {} : { PeriodLockDate: wireDate(period) }),
        ...(endOfYear === undefined ? {} : { EndOfYearLockDate: wireDate(endOfYear) }),
        CreatedDateUTC: wireTime(one.createdAt),
        OrganisationEntityType: 'COMPANY',
        Timezone: one.timezone,
        ShortCode: one.shortCode,
        OrganisationID: one.tenantId,
        Edition: 'BUSINESS',
        Class: 'PREMIUM',
        Addresses: [],
        Phones: [],
        ExternalLinks: [],
        PaymentTerms: {},
      },
    ])
  })
  return app
}
