import { z } from 'zod'
import type { ExportProgress } from '#lib/api/exports.ts'
import { unknownFailure } from '#lib/domain/failures/catalogue.ts'
import type { Database, Sql } from '../database/database.ts'

/** An answer that no entry of the catalogue of failures knows; whoever runs the server may want to add one. */
const Row = z
  .object({ ledger: z.string(), words: z.string(), times: z.coerce.number(), last_at: z.coerce.date() })
  .transform(({ last_at, ...row }) => ({ ...row, lastAt: last_at.toISOString() }))
export type UnrecognisedAnswer = z.infer<typeof Row>

/** Counts what was refused in words that the catalogue does not know, within the move that records it. */
export async function countUnrecognised(
  sql: Sql,
  moves: readonly { id: string; progress: ExportProgress }[],
): Promise<void> {
  for (const { id, progress } of moves) {
    if (progress.state !== 'refused' || progress.failure.code !== unknownFailure.code) continue
    await sql.query(
      `INSERT INTO unrecognised_answers (ledger, words, times)
       SELECT connections.ledger, $2, 1 FROM exports JOIN connections ON connections.id = exports.connection_id
       WHERE exports.id = $1
       ON CONFLICT (ledger, words) DO UPDATE SET times = unrecognised_answers.times + 1, last_at = now()`,
      [id, kindOfAnswer(progress.failure.raw)],
    )
  }
}

/** The most frequent ones. */
export async function unrecognisedAnswers(database: Database, most = 10): Promise<UnrecognisedAnswer[]> {
  const rows = await database.query(
    'SELECT ledger, words, times, last_at FROM unrecognised_answers ORDER BY times DESC, words LIMIT $1',
    [most],
  )
  return z.array(Row).parse(rows)
}

/**
 * What an answer says apart from whom it speaks of: names in quotation marks, addresses, ids and numbers are
 * masked, so that answers alike are counted as one and no customer's affairs are kept.
 */
export function kindOfAnswer(raw: string): string {
  return raw
    .replace(/“[^”]*”|‘[^’]*’|"[^"]*"|(?<!\w)'[^']*'/g, '“…”')
    .replace(/[\w.+-]+@[\w.-]+\w/g, '(address)')
    .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '(id)')
    .replace(/\p{N}+(?:[.,:/-]\p{N}+)*/gu, '0')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
}
