/** How the ledger behaves where the real one leaves it open. */
export type Settings = {
  /** The order of a batch's items in its answer: as sent, or the other way round. */
  batchOrder: 'as-sent' | 'reversed'
  /** What a bill number must be unique within to be no duplicate. */
  duplicateNumbers: 'per-vendor' | 'per-company'
  /** What `Amount` of a line means when amounts are inclusive and `TaxInclusiveAmt` is not given. */
  bareInclusiveAmount: 'net' | 'gross'
}

export const usualSettings: Settings = {
  batchOrder: 'as-sent',
  duplicateNumbers: 'per-vendor',
  bareInclusiveAmount: 'net',
}
