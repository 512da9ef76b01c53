import { z } from 'zod'
import { Instant } from '../domain/instant.ts'
import { MappingChange } from '../domain/mapping.ts'

/** A mapping change on its way: the mutation id makes sending it twice harmless. */
export const Mutation = z.object({ id: z.uuid(), at: Instant, change: MappingChange })
export type Mutation = z.infer<typeof Mutation>

/** `POST /v1/changes`: applied in order, last writer of a key wins. */
export const ChangesRequest = z.object({ mutations: z.array(Mutation).min(1).max(500) })
export const ChangesAccepted = z.object({ applied: z.array(z.uuid()), revision: z.number().int() })

/** `GET /v1/changes?after=REVISION`: what others (and we) changed, oldest first, at most 500. */
export const ChangesQuery = z.object({ after: z.coerce.number().int().min(0).default(0) })
export const ChangesPage = z.object({
  items: z.array(z.object({ revision: z.number().int(), by: z.string(), mutation: Mutation })),
  revision: z.number().int(),
})
export type ChangesPage = z.infer<typeof ChangesPage>
