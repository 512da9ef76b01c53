import { Bill, type BillKind, type BillState } from '#lib/domain/bill.ts'
import type { BillId } from '#lib/domain/ids.ts'
import { type Instant, instantOf, systemClock } from '#lib/domain/instant.ts'
import { type Currency, decimalsOf } from '#lib/domain/money.ts'
import { fullNumber } from './private-note.ts'
import type { QuickbooksCompany } from './quickbooks-company.ts'
import type { WireTransaction } from './wire-transaction.ts'

/** What settles a bill, or a part of it; orders and estimates that it was made from do not. */
const settles = /^(BillPayment|VendorCredit|Bill$|JournalEntry|Deposit)/

/**
 * A bill's state: QuickBooks has no drafts, so one that nothing was paid on is `open`. A part payment counts as
 * paid: such a bill does not change any more.
 */
export function stateOf(seen: WireTransaction): BillState {
  if (seen.TotalAmt.eq(0) && /^voided\b/i.test(seen.PrivateNote ?? '')) return 'voided'
  if ((seen.LinkedTxn ?? []).some(({ TxnType }) => settles.test(TxnType))) return 'paid'
  return seen.Balance?.lt(seen.TotalAmt) ? 'paid' : 'open'
}

/** A person's address of a bill or credit in QuickBooks; they may work in several companies. */
function address({ appUrl, realm }: QuickbooksCompany, kind: BillKind, id: string): string {
  const page = kind === 'bill' ? 'bill' : 'vendorcredit'
  return `${appUrl}/app/${page}?${new URLSearchParams({ txnId: id, companyId: realm })}`
}

function changedAt({ MetaData }: WireTransaction): Instant | null {
  return MetaData?.LastUpdatedTime ? instantOf(new Date(MetaData.LastUpdatedTime)) : null
}

/** The currency of a transaction: a company of one currency does not say it. */
export function currencyOf(seen: WireTransaction, home: Currency): string {
  return seen.CurrencyRef?.value ?? home
}

/** @throws if a field that a bill must have is missing */
export function readBill(
  company: QuickbooksCompany,
  kind: BillKind,
  seen: WireTransaction,
  home: Currency,
): Bill {
  const currency = currencyOf(seen, home)
  return Bill.parse({
    id: seen.Id,
    kind,
    state: stateOf(seen),
    number: fullNumber(seen.DocNumber ?? '', seen.PrivateNote),
    contact: { id: seen.VendorRef.value, name: seen.VendorRef.name ?? '' },
    date: seen.TxnDate?.slice(0, 10) ?? null,
    currency,
    total: seen.TotalAmt.toFixed(decimalsOf(currency as Currency)),
    url: address(company, kind, seen.Id),
    seenAt: systemClock(),
    changedAt: changedAt(seen),
  })
}

/** A bill that QuickBooks does not know any more (deleted ones are gone without a trace), or never did. */
export function missingBill(kind: BillKind, id: BillId): Bill {
  return goneBill(kind, id, 'missing')
}

/** A bill of which only its id is left. */
export function goneBill(kind: BillKind, id: string, state: 'missing' | 'deleted'): Bill {
  return Bill.parse({
    id,
    kind,
    state,
    number: '',
    contact: { id: 'unknown', name: '' },
    date: null,
    currency: 'XXX',
    total: '0.00',
    url: '',
    seenAt: systemClock(),
  })
}
