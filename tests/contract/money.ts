import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildBill } from '#lib/domain/build-bill.ts'
import type { BillId } from '#lib/domain/ids.ts'
import type { Invoice } from '#lib/domain/invoice.ts'
import type { LedgerLists } from '#lib/domain/ledger-lists.ts'
import type { LedgerKind } from '#lib/domain/outlet.ts'
import { Posting } from '#lib/domain/posting.ts'
import type { BillToMake, Ledger, Outcome } from '#server/ledger/port.ts'
import { anyDrawn, type Drawn, printedBy, printedTotals } from '#tests/builders/any-invoice.ts'
import { aMapping } from '#tests/builders/mapping.ts'
import { aConnection, anOutlet } from '#tests/builders/outlet.ts'
import { ublInvoices } from '#tests/builders/ubl-invoices.ts'

/** What the books of a stand-in hold of a bill: plain numbers, taxes by their rate without those of nothing. */
export interface BookedTotals {
  net: string
  total: string
  taxes: Record<string, string>
}

/** A ledger behind its adapter, over HTTP, with a look into the books that does not go through the adapter. */
export interface MoneyStage {
  kind: LedgerKind
  ledger: Ledger
  lists: LedgerLists
  currencies: readonly Drawn['currency'][]
  /** Tax rates that it has for purchases. */
  rates: readonly string[]
  /** What its books are to hold of what an invoice prints, where that is not the very same. */
  expected?(printed: BookedTotals): BookedTotals
  /** What the books hold, by the number of the bill; the last one where several bear it. */
  booked(): Promise<Map<string, BookedTotals>>
  close(): Promise<unknown>
}

/** That a ledger holds what invoices print, to the cent: net, tax of each rate and total. */
export function moneyProperties(
  name: string,
  open: () => Promise<MoneyStage>,
  /** It deals in the currencies and bears the tax rates of the UBL documents. */
  { ubl = true } = {},
): void {
  describe(`the money of bills in ${name}`, () => {
    let stage: MoneyStage
    let keys = 0
    beforeAll(async () => {
      stage = await open()
    })
    afterAll(() => stage?.close())

    const key = () => {
      keys += 1
      return `money-${keys}`
    }

    function toMake(invoice: Invoice, lines: Posting['lines'] = 'each'): BillToMake {
      const mapping = aMapping({ accounts: { Food: '310', Vegetables: '310', Meat: '311', Fish: '312' } })
      const outlet = anOutlet({
        connection: { ...aConnection, ledger: stage.kind },
        defaultAccount: '314',
        posting: Posting.parse({ lines, chargeAccounts: { delivery: '340', deposit: '345' } }),
      })
      const built = buildBill({ invoice, outlet, mapping, lists: stage.lists })
      if (!built.ok) throw new Error(`${invoice.number}: ${built.failure.code} ${built.failure.raw}`)
      return {
        bill: built.bill,
        link: `http://localhost:4700/go/outlet-1/${encodeURIComponent(invoice.number)}`,
      }
    }

    async function hold(invoices: readonly Invoice[], outcomes: readonly Outcome[]): Promise<void> {
      expect(outcomes.filter(({ kind }) => kind !== 'posted')).toEqual([])
      const booked = await stage.booked()
      for (const invoice of invoices) {
        expect({ [invoice.number]: booked.get(invoice.number) }).toEqual({
          [invoice.number]: stage.expected?.(printedTotals(invoice)) ?? printedTotals(invoice),
        })
      }
    }

    /** A contact deals in one currency in some ledgers. */
    const print = (drawn: Drawn, number?: string) =>
      printedBy(drawn, {
        supplier: { id: drawn.currency.code, name: `Any Supplier ${drawn.currency.code}` },
        ...(number === undefined ? {} : { number }),
      })

    it('are those of any invoice, posted in batches', async () => {
      const drawing = fc.record({
        some: fc.array(anyDrawn(stage), { minLength: 1, maxLength: Math.min(25, stage.ledger.batch) }),
        lines: fc.constantFrom('each' as const, 'by-group' as const),
      })
      await fc.assert(
        fc.asyncProperty(drawing, async ({ some, lines }) => {
          const invoices = some.map(drawn => print(drawn))
          await hold(
            invoices,
            await stage.ledger.create(
              invoices.map(invoice => toMake(invoice, lines)),
              key(),
            ),
          )
        }),
        { numRuns: 15 },
      )
    })

    if (ubl)
      it('are those of the twelve UBL documents', async () => {
        const invoices = await ublInvoices()
        expect(invoices).toHaveLength(12)
        const numbered = invoices.map((invoice, index) => ({
          ...invoice,
          number: `UBL-${index + 1}`,
          supplier: { ...invoice.supplier, name: `${invoice.supplier.name} ${invoice.currency}` },
        }))
        await hold(
          numbered,
          await stage.ledger.create(
            numbered.map(invoice => toMake(invoice)),
            key(),
          ),
        )
      })

    it('are those of invoices that were edited, whatever stood before', async () => {
      const [currency] = stage.currencies
      const drawn = anyDrawn({ ...stage, currencies: currency ? [currency] : [] })
      const edits = fc.array(fc.tuple(drawn, drawn), { minLength: 1, maxLength: 12 })
      await fc.assert(
        fc.asyncProperty(edits, async some => {
          const pairs = some.map(([first, then]) => {
            const before = print({ ...first, creditNote: false })
            return { before, after: print({ ...then, creditNote: false }, before.number) }
          })
          // An invoice that became a credit is another kind of bill, which no edit makes of it.
          const same = pairs.filter(
            ({ before, after }) => toMake(before).bill.kind === toMake(after).bill.kind,
          )
          fc.pre(same.length > 0)
          const made = await stage.ledger.create(
            same.map(({ before }) => toMake(before)),
            key(),
          )
          const changes = same.map(({ after }, index) => {
            const outcome = made[index]
            return { ...toMake(after), id: (outcome?.kind === 'posted' ? outcome.bill.id : '') as BillId }
          })
          await hold(
            same.map(({ after }) => after),
            await stage.ledger.update(changes, key()),
          )
        }),
        { numRuns: 5 },
      )
    })
  })
}
