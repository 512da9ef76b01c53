import type { Bill, BillKind, BillToPost } from '#lib/domain/bill.ts'
import type { BillWhole } from '#lib/domain/bill-whole.ts'
import type { Failure } from '#lib/domain/failure.ts'
import type { BillId, ContactId } from '#lib/domain/ids.ts'
import type { Instant } from '#lib/domain/instant.ts'
import type { LedgerLists } from '#lib/domain/ledger-lists.ts'
import type { Currency, Money } from '#lib/domain/money.ts'

/** What a bill is found by, when its id is not known. */
export interface BillKey {
  kind: BillKind
  number: string
  contact: { id: ContactId | null; name: string }
  total: Money
  currency: Currency
  /** Our own link; a bill that carries it is ours, whatever its number says now. */
  link: string | null
  /** Bills that a person said are others: they are not found, unless they carry the link. */
  despite?: readonly BillId[] | undefined
}

/** What stands already where a bill is to be made. */
export interface Standing {
  /** Ours by its link, or the same by contact, number, total and currency. */
  bill: Bill | null
  /**
   * Others that may be the same, at most three: of the contact and number, come to another total; of the number
   * and total, from another contact; or the same in all, with the link of another invoice of ours.
   */
  alike: Bill[]
}

/** A bill to make, with the link by which a person (and we) find the way back. */
export interface BillToMake {
  bill: BillToPost
  link: string
  /** Bills that a person said are others (BillKey). */
  despite?: readonly BillId[] | undefined
}

/** What became of one bill of a batch. */
export type Outcome =
  | { kind: 'posted'; bill: Bill }
  | { kind: 'refused'; failure: Failure; bill: Bill | null }
  /** The answer does not name it: look it up before anything is sent again. */
  | { kind: 'unknown' }

/** A file as it came with an invoice. */
export interface FileToAttach {
  name: string
  /** Its media type, such as `application/pdf`. */
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

export type Attached = { kind: 'attached' } | { kind: 'refused'; failure: Failure }

/**
 * A ledger organisation as the exports need it. Every call may throw `LedgerTrouble`; a refusal of one
 * bill is an outcome, never an exception.
 */
export interface Ledger {
  /** The most bills in one `create` or `update`. */
  readonly batch: number
  /** The most bytes of them, as JSON of ours. */
  readonly batchBytes: number
  lists(): Promise<LedgerLists>
  /**
   * By our link, else by contact, number and total, in the order asked; null where no bill stands. Voided and
   * deleted ones do not count. One found by our link may come to another total.
   */
  find(keys: readonly BillKey[]): Promise<(Bill | null)[]>
  /** The same search, and what else it came upon that may be the same. A bill of ours goes before one alike. */
  standing(keys: readonly BillKey[]): Promise<Standing[]>
  /** As they stand now, in the order asked; one that the ledger does not know is `missing`. */
  read(bills: readonly { id: BillId; kind: BillKind }[]): Promise<Bill[]>
  /** The same with their lines, taxes and totals; null for one that the ledger does not know. */
  readWhole(bills: readonly { id: BillId; kind: BillKind }[]): Promise<(BillWhole | null)[]>
  /**
   * Every bill or credit that was changed at or after a moment, whoever made and whoever changed it, in whatever
   * state it is now: voided and deleted ones too. Of one that is gone without a trace only its id is known.
   */
  changedSince(since: Instant, kinds: readonly BillKind[]): Promise<Bill[]>
  /** Makes drafts, in the order given. The same key within some minutes gives the same answer. */
  create(bills: readonly BillToMake[], key: string): Promise<Outcome[]>
  /** Puts a file beside a bill; the same name again leaves one. A refusal of the file is an outcome. */
  attach(bill: { id: BillId; kind: BillKind }, file: FileToAttach): Promise<Attached>
  /**
   * Leaves a note with a bill, whatever its state; the bill itself stays as it is. The same key within some minutes
   * leaves one. Gives whether the ledger took it.
   */
  note(bill: { id: BillId; kind: BillKind }, text: string, key: string): Promise<boolean>
  /** Changes drafts, in the order given. */
  update(bills: readonly (BillToMake & { id: BillId })[], key: string): Promise<Outcome[]>
}

/** Trouble of the call as a whole, not of a bill. */
export class LedgerTrouble extends Error {
  override readonly name = 'LedgerTrouble'
  readonly kind: 'unknown-outcome' | 'not-sent' | 'rate-limit' | 'connection-lost'
  /** When it may be tried again, where the ledger said so. */
  readonly until: Instant | null

  constructor(
    kind: LedgerTrouble['kind'],
    message: string,
    until: Instant | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.kind = kind
    this.until = until
  }
}
