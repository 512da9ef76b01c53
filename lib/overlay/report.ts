import type { CloudClue, Outcome, RowSeen } from '#lib/messages.ts'
import { say } from '#lib/words/say.ts'
import { copy } from './copy.ts'

const mostExamples = 5

/** Copies the report of a page, in a click. */
export function copyReport(headers: readonly string[], rows: readonly RowSeen[]): Promise<Outcome> {
  return copy(reportOf(headers, rows), say('overlay.report-copied'))
}

/**
 * What helps to learn a page that was not recognised: its headers, and how clouds were read. No invoice, no
 * supplier, no amount: a person sends it on.
 */
function reportOf(headers: readonly string[], rows: readonly RowSeen[]): string {
  const evidence = new Map<string, number>()
  for (const { cloud } of rows) {
    const seen = [...cloud.evidence, ...(cloud.clues ?? []).map(asWords)].join('; ')
    const line = `${cloud.status} (${cloud.confidence.toFixed(2)}): ${seen || 'nothing'}`
    evidence.set(line, (evidence.get(line) ?? 0) + 1)
  }
  const examples = [...evidence].slice(0, mostExamples).map(([line, count]) => `- ${count} × ${line}`)
  const read = (name: string, does: (row: RowSeen) => boolean) =>
    `- ${name}: ${rows.filter(does).length} of ${rows.length}`
  return [
    'Clearcloud did not recognise a page.',
    `Language: ${document.documentElement.lang || 'not given'}`,
    `Headers: ${headers.join(' | ') || 'none'}`,
    'Read:',
    read('numbers', row => row.number !== ''),
    read('suppliers', row => row.supplier !== ''),
    read('dates', row => /\d/.test(row.date.text)),
    read('totals', row => /\d/.test(row.total.text)),
    'Clouds:',
    ...examples,
  ].join('\n')
}

/** A class or a test id may carry an invoice's number: of names, no figure is told. */
function asWords([kind, where, value]: CloudClue): string {
  return `${where} ${kind === 'colour' ? value : value.replace(/\d+/g, '0').slice(0, 80)}`
}
