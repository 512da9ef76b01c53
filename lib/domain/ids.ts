import { z } from 'zod'

/**
 * Branded identifiers: a product's id never meets an account's code by accident.
 * Each is a schema (to parse at an edge) and a type of the same name (to trust inside).
 */
const id = <const B extends string>(_brand: B) => z.string().min(1).max(255).brand<B>()

/** One restaurant; owns mode, mapping and ledger connection. Foodrazor's own id. */
export const OutletId = id('OutletId')
export type OutletId = z.infer<typeof OutletId>

export const SupplierId = id('SupplierId')
export type SupplierId = z.infer<typeof SupplierId>

export const ProductId = id('ProductId')
export type ProductId = z.infer<typeof ProductId>

export const GroupId = id('GroupId')
export type GroupId = z.infer<typeof GroupId>

/** Foodrazor's id where its JSON told it; else made from what the row shows (see invoice-key.ts). */
export const InvoiceId = id('InvoiceId')
export type InvoiceId = z.infer<typeof InvoiceId>

/** The code of an account in a ledger's chart of accounts, such as `310`. */
export const AccountCode = id('AccountCode')
export type AccountCode = z.infer<typeof AccountCode>

/** Our server's id of an outlet's consent to one ledger organisation. */
export const ConnectionId = id('ConnectionId')
export type ConnectionId = z.infer<typeof ConnectionId>

/** The ledger's id of a supplier. */
export const ContactId = id('ContactId')
export type ContactId = z.infer<typeof ContactId>

/** The ledger's id of a bill or a credit note. */
export const BillId = id('BillId')
export type BillId = z.infer<typeof BillId>

/** Our server's id of an export. */
export const ExportId = id('ExportId')
export type ExportId = z.infer<typeof ExportId>

/** SHA-256 of what an invoice would post, hex. Equal hashes post equal bills. */
export const ContentHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'ContentHash'>()
export type ContentHash = z.infer<typeof ContentHash>

/** `outlet : invoice : content hash : operation`; the same intent never has two keys. At most 255 characters. */
export const IdempotencyKey = id('IdempotencyKey')
export type IdempotencyKey = z.infer<typeof IdempotencyKey>
