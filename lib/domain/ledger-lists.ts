import { z } from 'zod'
import { AccountCode, ContactId } from './ids.ts'
import { Instant, LocalDate } from './instant.ts'
import { Currency, Percent } from './money.ts'
import { TaxTreatment } from './tax-treatment.ts'

/** The five classes of accounts there are, by which some ledgers say where a tax rate may stand. */
export const AccountClass = z.enum(['asset', 'equity', 'expense', 'liability', 'revenue'])
export type AccountClass = z.infer<typeof AccountClass>

/** An account of the chart, as far as a bill's line can use it. */
export const Account = z.object({
  code: AccountCode,
  name: z.string(),
  /** The ledger's own class or type, for people: `Direct costs`. */
  type: z.string(),
  class: AccountClass.nullable().default(null),
  active: z.boolean(),
  /** False for what a bill's line may not name (bank, payables, system accounts). */
  allowed: z.boolean(),
  taxCode: z.string().nullable(),
})
export type Account = z.infer<typeof Account>

export const TaxRate = z.object({
  code: z.string(),
  name: z.string(),
  rate: Percent,
  active: z.boolean(),
  /** May stand on a purchase. */
  purchases: z.boolean(),
  /** The classes of accounts on whose lines it may stand; null where the ledger sets no such bounds. */
  classes: z.array(AccountClass).nullable().default(null),
  /** What it is for; null in lists that were read before this was asked. */
  treatment: TaxTreatment.nullable().default(null),
})
export type TaxRate = z.infer<typeof TaxRate>

export const Contact = z.object({
  id: ContactId,
  name: z.string(),
  active: z.boolean(),
  taxNumber: z.string().nullable().default(null),
  email: z.string().nullable().default(null),
  /** The only currency (QuickBooks) or the usual one (Xero) of its bills; null where the ledger names none. */
  currency: Currency.nullable().default(null),
})
export type Contact = z.infer<typeof Contact>

/** A category that lines are tracked by, with its options in use. */
export const TrackingCategory = z.object({ name: z.string(), options: z.array(z.string()) })

/** Days on or before which a bill can stand as a draft, but not be approved. */
export const LockDates = z.object({
  period: LocalDate.nullable(),
  endOfYear: LocalDate.nullable(),
})
export type LockDates = z.infer<typeof LockDates>

/** What an organisation's plan and settings allow, where its ledger tells them. */
export const LedgerRules = z.object({
  /** In the ledger's words: `QuickBooks Online Plus`. */
  plan: z.string().nullable(),
  keepsBills: z.boolean(),
  /** Nothing may be dated on or before this day. */
  booksClosedUntil: LocalDate.nullable(),
  /** Whether a number that a bill bears already is refused. */
  refusesUsedNumbers: z.boolean(),
  /** Bills carry no tax of their own there: it becomes part of each line's amount. */
  taxInAmounts: z.boolean(),
})
export type LedgerRules = z.infer<typeof LedgerRules>

/** What a ledger organisation offers, cached with its age. */
export const LedgerLists = z.object({
  organisation: z.object({ id: z.string(), name: z.string(), currency: Currency }),
  accounts: z.array(Account),
  taxRates: z.array(TaxRate),
  contacts: z.array(Contact),
  tracking: z.array(TrackingCategory),
  currencies: z.array(Currency),
  lockDates: LockDates.default({ period: null, endOfYear: null }),
  rules: LedgerRules.optional(),
  fetchedAt: Instant,
})
export type LedgerLists = z.infer<typeof LedgerLists>
