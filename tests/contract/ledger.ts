import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bill, BillToPost } from '#lib/domain/bill.ts'
import { BillId, ContactId } from '#lib/domain/ids.ts'
import { addMilliseconds, systemClock } from '#lib/domain/instant.ts'
import type { BillKey, BillToMake, Ledger, Outcome } from '#server/ledger/port.ts'
import { aBillToPost } from '#tests/builders/export-request.ts'

/** A ledger organisation to try the port on, and what a person does there. */
export interface LedgerStage {
  ledger: Ledger
  /** Whether what is made is a draft first; else it is posted at once, and never with another total than ours. */
  drafts: boolean
  /** The organisation's tax code of 9 % on purchases. */
  taxCode: string
  /** How the catalogue calls a refusal for an account, a contact that is not there, and one put away. */
  codes: { account: string; contact: string; archived: string }
  /** A supplier that the organisation knows, and one that it has put away. */
  known: string
  archived: string
  /** A person enters a bill of aBillToPost by hand, on another day. */
  enter(number: string): Promise<void>
  /** The state after which a bill does not change any more. */
  fixed: 'approved' | 'paid'
  /** A person brings a bill into that state, or deletes it. */
  set(bill: string, status: 'fixed' | 'deleted'): Promise<void>
  /** How many bills and credits stand under a number. */
  standing(number: string): Promise<number>
  close(): Promise<void>
}

/** What every ledger behind the port must do, in the same sentences. */
export function ledgerContract(name: string, open: () => Promise<LedgerStage>): void {
  describe(`${name} as a ledger`, () => {
    let at: LedgerStage
    beforeAll(async () => {
      at = await open()
    })
    afterAll(() => at?.close())

    const make = (number: string, over: Parameters<typeof aBillToPost>[1] = {}): BillToMake => {
      const given = aBillToPost(number, { contact: { id: null, name: at.known }, ...over })
      const lines = given.lines.map(line => ({ ...line, taxCode: at.taxCode }))
      const link = `http://localhost:4700/go/outlet-1/${encodeURIComponent(number)}`
      return { bill: BillToPost.parse({ ...given, lines }), link }
    }
    const made = () => (at.drafts ? 'draft' : 'open')
    const keyOf = ({ bill, link }: BillToMake): BillKey => ({ ...bill, link })
    const posted = (outcome: Outcome | undefined) => {
      if (outcome?.kind !== 'posted') throw new Error(`Not posted: ${JSON.stringify(outcome)}`)
      return outcome.bill
    }

    it('makes bills of equal total, in the order given', async () => {
      const outcomes = await at.ledger.create([make('A-1'), make('A-2', { price: '7.35' })], 'key-a')
      expect(outcomes.map(posted)).toMatchObject([
        { number: 'A-1', state: made(), total: '10.90', contact: { name: at.known } },
        { number: 'A-2', state: made(), total: '16.02' },
      ])
    })

    it('gives the same answer to the same key, and makes nothing twice', async () => {
      const first = await at.ledger.create([make('B-1')], 'key-b')
      const second = await at.ledger.create([make('B-1')], 'key-b')
      expect(posted(second[0]).id).toBe(posted(first[0]).id)
      expect(await at.standing('B-1')).toBe(1)
    })

    it('does not take a key for another request than its first', async () => {
      await at.ledger.create([make('C-1')], 'key-c')
      await expect(at.ledger.create([make('C-2')], 'key-c')).rejects.toMatchObject({
        kind: 'unknown-outcome',
      })
      expect(await at.standing('C-2')).toBe(0)
    })

    it('tells of each bill by itself when one of them is refused', async () => {
      const bad = make('D-2')
      const lines = bad.bill.lines.map(line => ({ ...line, account: 'nowhere' as never }))
      const outcomes = await at.ledger.create(
        [make('D-1'), { ...bad, bill: { ...bad.bill, lines } }, make('D-3')],
        'key-d',
      )
      expect(outcomes).toMatchObject([
        { kind: 'posted' },
        { kind: 'refused', failure: { code: at.codes.account }, bill: null },
        { kind: 'posted' },
      ])
    })

    it('refuses a bill to a contact that is not there, and no other', async () => {
      const gone = { id: '11111111-2222-4333-8444-555555555555', name: at.known }
      const outcomes = await at.ledger.create([make('E-1'), make('E-2', { contact: gone })], 'key-e')
      expect(outcomes).toMatchObject([
        { kind: 'posted' },
        { kind: 'refused', failure: { code: at.codes.contact } },
      ])
    })

    it('refuses a bill to a supplier that was put away', async () => {
      const outcomes = await at.ledger.create(
        [make('F-1', { contact: { id: null, name: at.archived } })],
        'key-f',
      )
      expect(outcomes).toMatchObject([{ kind: 'refused', failure: { code: at.codes.archived } }])
    })

    it('makes a supplier that nobody knows once, and finds it by its name, however it is written', async () => {
      const named = (number: string, name: string) => make(number, { contact: { id: null, name } })
      const first = await at.ledger.create([named('G-1', 'New Farm'), named('G-2', 'NEW  farm')], 'key-g')
      const later = await at.ledger.create([named('G-3', 'new farm')], 'key-g-2')
      const contacts = [...first, ...later].map(outcome => posted(outcome).contact.id)
      expect(new Set(contacts).size).toBe(1)
    })

    it('takes a supplier for the contact of its name without the form of company, and makes no second one', async () => {
      const named = (number: string, name: string) => make(number, { contact: { id: null, name } })
      const outcomes = await at.ledger.create(
        [
          named('AA-1', `${at.known} Pte. Ltd.`),
          named('AA-2', 'Newer Farm Pte Ltd'),
          named('AA-3', 'NEWER FARM'),
        ],
        'key-aa',
      )
      const contacts = outcomes.map(outcome => posted(outcome).contact)
      expect(contacts[0]?.name).toBe(at.known)
      expect([contacts[1]?.name, contacts[2]?.id]).toEqual(['Newer Farm Pte Ltd', contacts[1]?.id])
    })

    it('does not choose between two contacts that are written alike', async () => {
      const named = (number: string, name: string) => make(number, { contact: { id: null, name } })
      const twins = await at.ledger.create(
        [named('BB-1', 'Twin Farm Ltd'), named('BB-2', 'Twin Farm LLC')],
        'key-bb',
      )
      expect(new Set(twins.map(outcome => posted(outcome).contact.id)).size).toBe(2)
      expect(await at.ledger.create([named('BB-3', 'Twin Farm')], 'key-bb-2')).toMatchObject([
        { kind: 'refused', failure: { code: 'contact-ambiguous' } },
      ])
    })

    it('finds what stands by our link, or as a person entered it, and nothing else', async () => {
      const [ours] = await at.ledger.create([make('H-1')], 'key-h')
      await at.enter('H-2')
      const other = { ...keyOf(make('H-2')), total: make('H-2', { price: '9.00' }).bill.total }
      const found = await at.ledger.find([
        { ...keyOf(make('H-1')), total: make('H-1', { price: '9.00' }).bill.total },
        keyOf(make('H-2')),
        other,
        keyOf(make('H-3')),
      ])
      expect(found.map(bill => bill?.number ?? null)).toEqual(['H-1', 'H-2', null, null])
      expect(found[0]?.id).toBe(posted(ours).id)
    })

    it('tells what may be the same: by contact and number, by number and total, or another invoice’s', async () => {
      await at.enter('X-1')
      const [ours] = await at.ledger.create([make('X-2')], 'key-x')
      const otherTotal = { ...keyOf(make('X-1')), total: make('X-1', { price: '9.00' }).bill.total }
      const otherContact = { ...keyOf(make('X-1')), contact: { id: null, name: 'Far Away Farm' } }
      const otherInvoice = { ...keyOf(make('X-2')), link: 'http://localhost:4700/go/outlet-1/X-2-again' }
      const found = await at.ledger.standing([
        keyOf(make('X-1')),
        otherTotal,
        otherContact,
        otherInvoice,
        keyOf(make('X-2')),
        keyOf(make('X-3')),
      ])
      expect(
        found.map(({ bill, alike }) => [bill?.number ?? null, alike.map(({ number }) => number)]),
      ).toEqual([
        ['X-1', []],
        [null, ['X-1']],
        [null, ['X-1']],
        [null, ['X-2']],
        ['X-2', []],
        [null, []],
      ])
      expect([found[3]?.alike[0]?.id, found[4]?.bill?.id]).toEqual([posted(ours).id, posted(ours).id])
    })

    it('finds no bill that a person said is another', async () => {
      await at.enter('Y-1')
      const key = keyOf(make('Y-1'))
      const [first] = await at.ledger.find([key])
      const despite = first ? [first.id] : []
      expect(despite).toHaveLength(1)
      expect(await at.ledger.standing([{ ...key, despite }])).toEqual([{ bill: null, alike: [] }])
    })

    it('finds a supplier’s bill under a name without its form of company', async () => {
      await at.enter('Z-1')
      const longer = { ...keyOf(make('Z-1')), contact: { id: null, name: `${at.known} Pte. Ltd.` } }
      const [found] = await at.ledger.standing([longer])
      expect([found?.bill ?? found?.alike[0]]).toMatchObject([{ number: 'Z-1' }])
    })

    it('does not count a deleted bill as one that stands', async () => {
      const [one] = await at.ledger.create([make('I-1')], 'key-i')
      await at.set(posted(one).id, 'deleted')
      expect(await at.ledger.find([keyOf(make('I-1'))])).toEqual([null])
    })

    it('finds a number that holds commas and quotation marks', async () => {
      await at.ledger.create([make('J-1, "copy"')], 'key-j')
      expect((await at.ledger.find([keyOf(make('J-1, "copy"'))]))[0]).toMatchObject({ state: made() })
    })

    it('finds each of two hundred, whatever their days', async () => {
      const day = (index: number) => `2026-0${1 + (index % 9)}-15`
      const many = Array.from({ length: 200 }, (_, index) => make(`K-${index}`, { date: day(index) }))
      for (let from = 0; from < many.length; from += at.ledger.batch) {
        await at.ledger.create(many.slice(from, from + at.ledger.batch), `key-k-${from}`)
      }
      await at.enter('K-200')
      const wanted = [...many, make('K-200'), make('K-201')].map(keyOf)
      const found = await at.ledger.find(wanted)
      expect(found.map(bill => bill?.number ?? null)).toEqual([
        ...wanted.slice(0, 201).map(({ number }) => number),
        null,
      ])
    })

    it('reads bills in the order asked, and says which it does not know', async () => {
      const both = (await at.ledger.create([make('L-1'), make('L-2')], 'key-l')).map(posted)
      await at.set(both[1]?.id ?? '', 'fixed')
      const unknown = BillId.parse('99999999-9999-4999-8999-999999999999')
      const ids = [both[1]?.id, unknown, both[0]?.id, BillId.parse('not an id')]
      const read = await at.ledger.read(ids.map(id => ({ id: BillId.parse(id), kind: 'bill' })))
      expect(read.map(({ state }) => state)).toEqual([at.fixed, 'missing', made(), 'missing'])
    })

    it('reads bills with their lines, taxes and totals, in the order asked', async () => {
      const two = [make('Q-1'), make('Q-2', { price: '7.35' })]
      const [first, second] = (await at.ledger.create(two, 'key-q')).map(posted)
      const unknown = BillId.parse('99999999-9999-4999-8999-999999999999')
      const ids = [second?.id, unknown, first?.id].map(id => ({
        id: BillId.parse(id),
        kind: 'bill' as const,
      }))
      const [whole, missing, other] = await at.ledger.readWhole(ids)
      expect([missing, other?.bill.number]).toEqual([null, 'Q-1'])
      expect(whole).toMatchObject({
        bill: { id: second?.id, number: 'Q-2', total: '16.02', state: made() },
        amountsIncludeTax: false,
        lines: [{ description: 'Romaine', amount: '14.70', account: '310', taxCode: at.taxCode }],
        net: '14.70',
        taxTotal: '1.32',
      })
      expect(whole?.taxes).toMatchObject([{ taxable: '14.70', tax: '1.32' }])
    })

    it('tells what was changed since, whoever changed it, deleted bills and credits too', async () => {
      const three = ['R-1', 'R-2', 'R-3'].map(number => make(number))
      const made = (await at.ledger.create(three, 'key-r')).map(posted)
      const [credit] = (await at.ledger.create([make('R-4', { kind: 'credit' })], 'key-r-2')).map(posted)
      // A moment is told to the second.
      await new Promise(done => setTimeout(done, 3100))
      const since = systemClock()
      await at.set(made[1]?.id ?? '', 'fixed')
      await at.set(made[2]?.id ?? '', 'deleted')
      const changed = await at.ledger.changedSince(addMilliseconds(since, -1000), ['bill', 'credit'])
      expect(new Map(changed.map(({ id, state }) => [id, state]))).toEqual(
        new Map([
          [made[1]?.id, at.fixed],
          [made[2]?.id, 'deleted'],
        ]),
      )
      const all = await at.ledger.changedSince(addMilliseconds(since, -60_000), ['bill', 'credit'])
      const seen = new Map(all.map(bill => [bill.id, bill]))
      expect(seen.get(credit?.id as BillId)).toMatchObject({ kind: 'credit', number: 'R-4' })
      // Untouched since we made it, so it says what it said then.
      const { seenAt: _, ...first } = made[0] as Bill
      expect(seen.get(first.id)).toMatchObject(first)
    })

    it('leaves a note with a bill that does not change any more, and with none that is not there', async () => {
      const [bill] = (await at.ledger.create([make('S-1')], 'key-s')).map(posted)
      if (!bill) throw new Error('No bill was made')
      await at.set(bill.id, 'fixed')
      expect(await at.ledger.note(bill, 'See S-1 / correction 1', 'key-s-note')).toBe(true)
      const unknown = BillId.parse('99999999-9999-4999-8999-999999999999')
      expect(await at.ledger.note({ id: unknown, kind: 'bill' }, 'Nobody', 'key-s-nobody')).toBe(false)
    })

    it('changes a bill, and leaves alone one that is fixed', async () => {
      const both = (await at.ledger.create([make('M-1'), make('M-2')], 'key-m')).map(posted)
      await at.set(both[1]?.id ?? '', 'fixed')
      const change = (number: string, index: number) => ({
        ...make(number, { price: '6.00' }),
        id: BillId.parse(both[index]?.id),
      })
      expect(await at.ledger.update([change('M-1', 0), change('M-2', 1)], 'key-m-2')).toMatchObject([
        { kind: 'posted', bill: { id: both[0]?.id, total: '13.08' } },
        { kind: 'refused', failure: { code: 'invalid-modification' } },
      ])
      const [, second] = await at.ledger.read(both.map(({ id }) => ({ id, kind: 'bill' })))
      expect(second).toMatchObject({ state: at.fixed, total: '10.90' })
    })

    it('says when its total is another than ours, and which bill that is', async () => {
      const wanted = make('N-1')
      const off = { ...wanted, bill: BillToPost.parse({ ...wanted.bill, total: '11.00' }) }
      const [outcome] = await at.ledger.create([off], 'key-n')
      expect(outcome).toMatchObject({
        kind: 'refused',
        failure: { code: 'totals-differ' },
        bill: at.drafts ? { number: 'N-1', total: '10.90', state: 'draft' } : null,
      })
      expect(await at.standing('N-1')).toBe(at.drafts ? 1 : 0)
    })

    it('makes, finds, reads and changes supplier credits as well', async () => {
      const credits = Array.from({ length: 12 }, (_, index) => make(`O-${index}`, { kind: 'credit' }))
      const all = (await at.ledger.create(credits, 'key-o')).map(posted)
      expect(all[11]).toMatchObject({ kind: 'credit', state: made(), total: '10.90' })
      const found = await at.ledger.find([...credits.map(keyOf), keyOf(make('O-99', { kind: 'credit' }))])
      expect(found.map(bill => bill?.id ?? null)).toEqual([...all.map(({ id }) => id), null])
      const [one] = await at.ledger.read(all.slice(0, 1).map(({ id }) => ({ id, kind: 'credit' })))
      expect(one).toMatchObject({ state: made(), number: 'O-0' })
      const change = {
        ...make('O-0', { kind: 'credit', price: '6.00' }),
        id: BillId.parse(all[0]?.id),
      }
      expect(await at.ledger.update([change], 'key-o-2')).toMatchObject([
        { kind: 'posted', bill: { id: all[0]?.id, total: '13.08' } },
      ])
    })

    it('posts the printed amount of a line where quantity times price is not it', async () => {
      const wanted = make('P-1')
      const lines = wanted.bill.lines.map(line => ({ ...line, quantity: '3', unitAmount: '3.3333' }))
      const bill = BillToPost.parse({ ...wanted.bill, lines })
      expect((await at.ledger.create([{ ...wanted, bill }], 'key-p')).map(posted)).toMatchObject([
        { total: '10.90' },
      ])
    })

    it('lists what a bill may name', async () => {
      // On a stage of its own: by now the others have used up a minute's calls.
      const { ledger, known, archived, close } = await open()
      const lists = await ledger.lists().finally(close)
      expect(lists.contacts.find(({ name }) => name === known)).toMatchObject({ active: true })
      expect(lists.contacts.find(({ name }) => name === archived)).toMatchObject({ active: false })
      expect(lists.contacts.every(({ id }) => ContactId.safeParse(id).success)).toBe(true)
      expect(lists.currencies).toContain(lists.organisation.currency)
    })
  })
}
