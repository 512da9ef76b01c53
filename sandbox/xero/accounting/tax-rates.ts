import { Hono } from 'hono'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { envelope } from './envelope.ts'
import { filtered } from './list-query.ts'

/** `GET /TaxRates`: every rate, archived ones included, and what it may be applied to. */
export function taxRateRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.get('/TaxRates', c => {
    const rates = c.var.organisation.taxRates.map(rate => ({
      Name: rate.name,
      TaxType: rate.taxType,
      ReportTaxType: rate.reportTaxType,
      CanApplyToAssets: rate.appliesTo.assets,
      CanApplyToEquity: rate.appliesTo.equity,
      CanApplyToExpenses: rate.appliesTo.expenses,
      CanApplyToLiabilities: rate.appliesTo.liabilities,
      CanApplyToRevenue: rate.appliesTo.revenue,
      DisplayTaxRate: rate.rate,
      EffectiveRate: rate.rate,
      Status: rate.status,
      TaxComponents: [{ Name: 'Tax', Rate: rate.rate, IsCompound: false, IsNonRecoverable: false }],
    }))
    return envelope(c, sandbox.clock(), 'TaxRates', filtered(c, rates))
  })
  return app
}
