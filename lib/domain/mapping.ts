import { z } from 'zod'
import { AccountCode, ContactId, GroupId, OutletId, ProductId, SupplierId } from './ids.ts'

/** A product group of the outlet's catalogue. */
export const ProductGroup = z.object({ id: GroupId, name: z.string().min(1).max(500) })
export type ProductGroup = z.infer<typeof ProductGroup>

/** One outlet's mapping, looked up by key. Absence means *unmapped*. */
export interface Mapping {
  groupOf(product: ProductId): ProductGroup | undefined
  accountOf(group: GroupId): AccountCode | undefined
  contactOf(supplier: SupplierId): ContactId | undefined
}

/** A change to the mapping, as the outbox and the server carry it; the last writer of a key wins. */
export const MappingChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('product-group'),
    outletId: OutletId,
    productId: ProductId,
    groupId: GroupId.nullable(),
  }),
  z.object({
    kind: z.literal('group-account'),
    outletId: OutletId,
    groupId: GroupId,
    account: AccountCode.nullable(),
  }),
  z.object({
    kind: z.literal('supplier-contact'),
    outletId: OutletId,
    supplierId: SupplierId,
    contactId: ContactId.nullable(),
  }),
  z.object({ kind: z.literal('group'), outletId: OutletId, group: ProductGroup }),
])
export type MappingChange = z.infer<typeof MappingChange>
