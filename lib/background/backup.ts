import { z } from 'zod'
import { AccountCode, OutletId } from '#lib/domain/ids.ts'
import { Instant } from '#lib/domain/instant.ts'
import { MappingChange } from '#lib/domain/mapping.ts'
import { Exporter, ExportMode } from '#lib/domain/outlet.ts'
import { Posting } from '#lib/domain/posting.ts'

/** What *Export* writes and *Import* reads: mapping and settings, never a token and never an invoice. */
export const Backup = z.object({
  clearcloud: z.literal(1),
  writtenAt: Instant,
  server: z.url(),
  outlets: z
    .array(
      z.object({
        id: OutletId,
        name: z.string().min(1).max(500),
        exporter: Exporter,
        mode: ExportMode,
        defaultAccount: AccountCode.nullable(),
        tracking: z.object({ category: z.string(), option: z.string() }).nullable(),
        posting: Posting.optional(),
      }),
    )
    .max(1000),
  mapping: z.array(MappingChange).max(200_000),
})
export type Backup = z.infer<typeof Backup>
