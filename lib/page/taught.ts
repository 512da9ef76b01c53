import { z } from 'zod'
import { Instant } from '../domain/instant.ts'
import { Band, Column, KnownCloud } from './profile.ts'
import { plainLabel } from './shown-text.ts'

const labels = z.array(z.string().min(1).max(200).transform(plainLabel)).max(20)
const words = z.array(z.string().min(1).max(200)).max(20)

/** What a person showed of a page that was not recognised: the words of its headers, and what tells its clouds. */
export const Taught = z.object({
  at: Instant,
  columns: z.partialRecord(Column, labels),
  clouds: z.partialRecord(
    KnownCloud,
    z.object({ text: labels, signs: words, tokens: words, colours: z.array(Band).max(20) }),
  ),
})
export type Taught = z.infer<typeof Taught>

/** The file in which one person hands it to another. */
export const TaughtFile = z.object({ clearcloudPage: z.literal(1), taught: Taught })
export type TaughtFile = z.infer<typeof TaughtFile>
