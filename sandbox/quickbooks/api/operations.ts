import type { Company } from '../books/company.ts'
import type { TransactionKind } from '../books/transaction.ts'
import { currentOf } from '../rules/current.ts'
import { deleteTransaction } from '../rules/delete-transaction.ts'
import { readInput } from '../rules/read-input.ts'
import { refuse } from '../rules/refusals.ts'
import { TransactionInput } from '../rules/transaction-input.ts'
import { VendorInput } from '../rules/vendor-input.ts'
import { AttachableInput, writeAttachable } from '../rules/write-attachable.ts'
import { writeTransaction } from '../rules/write-transaction.ts'
import { writeVendor } from '../rules/write-vendor.ts'
import type { Sandbox } from '../sandbox.ts'
import { attachableWire } from '../wire/attachable.ts'
import type { Wire } from '../wire/object.ts'
import { deletedWire, transactionWire } from '../wire/transaction.ts'
import { vendorWire } from '../wire/vendor.ts'

export type Operation = 'create' | 'update' | 'delete'

/** Who writes, where, and whether a number may be used twice. */
export type Writer = { sandbox: Sandbox; company: Company; by: string; allowDuplicateNumber: boolean }

type Perform = (writer: Writer, operation: Operation, body: Wire) => Wire

const performs: Record<string, Perform> = {
  Bill: (writer, operation, body) => transaction('Bill', writer, operation, body),
  VendorCredit: (writer, operation, body) => transaction('VendorCredit', writer, operation, body),
  Vendor: vendor,
  Attachable: attachable,
}

/** The entities that apps may write. */
export const writable: readonly string[] = Object.keys(performs)

/** Creates, updates or deletes an object and gives it as it stands then, under its name. @throws ApiFault */
export function perform(writer: Writer, entity: string, operation: Operation, body: Wire): Wire {
  const work = performs[entity]
  if (!work) throw refuse.unsupported(`Operation ${operation} is not supported for ${entity}.`)
  return { [entity]: work(writer, operation, body) }
}

function transaction(kind: TransactionKind, writer: Writer, operation: Operation, body: Wire): Wire {
  const { sandbox, company, by, allowDuplicateNumber } = writer
  const now = sandbox.clock()
  const living = company.transactions.filter(one => one.kind === kind && one.status !== 'deleted')
  const existing =
    operation === 'create' ? undefined : currentOf(living, body, one => one.history.at(-1)?.by ?? 'Someone')
  if (existing && operation === 'delete') {
    deleteTransaction(company, existing, by, now)
    return deletedWire(existing.id)
  }
  const whole = existing && body.sparse === true ? merged(transactionWire(company, existing), body) : body
  const input = readInput(TransactionInput, whole)
  const context = { company, settings: sandbox.settings, now, by, allowDuplicateNumber }
  return transactionWire(company, writeTransaction(kind, input, existing, context))
}

/** A sparse update changes what it names; tax is computed anew where the lines change. */
function merged(current: Wire, body: Wire): Wire {
  const { TxnTaxDetail, ...rest } = current
  return { ...rest, ...(body.Line === undefined ? { TxnTaxDetail } : {}), ...body }
}

function vendor({ sandbox, company }: Writer, operation: Operation, body: Wire): Wire {
  if (operation === 'delete') throw refuse.unsupported('Operation delete is not supported for Vendor.')
  const existing = operation === 'create' ? undefined : currentOf(company.vendors, body, () => 'Someone')
  const whole = existing && body.sparse === true ? { ...vendorWire(company, existing), ...body } : body
  const input = readInput(VendorInput, whole)
  return vendorWire(company, writeVendor(input, existing, company, sandbox.clock()))
}

function attachable({ sandbox, company }: Writer, operation: Operation, body: Wire): Wire {
  const existing = operation === 'create' ? undefined : currentOf(company.attachables, body, () => 'Someone')
  if (existing && operation === 'delete') {
    company.attachables = company.attachables.filter(one => one !== existing)
    company.tombstones.push({ entity: 'Attachable', id: existing.id, at: sandbox.clock() })
    return deletedWire(existing.id)
  }
  const input = readInput(AttachableInput, body)
  const written = writeAttachable(input, existing, company, sandbox.clock())
  return attachableWire(sandbox, company, written)
}
