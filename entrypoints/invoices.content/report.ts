import type { RowSeen } from '#lib/messages.ts'

const mostExamples = 5

/**
 * What helps to learn a page that was not recognised: its headers, and how clouds were read. No invoice, no
 * supplier, no amount: a person sends it on.
 */
export function reportOf(headers: readonly string[], rows: readonly RowSeen[]): string {
  const evidence = new Map<string, number>()
  for (const { cloud } of rows) {
    const line = `${cloud.status} (${cloud.confidence.toFixed(2)}): ${cloud.evidence.join('; ') || 'nothing'}`
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
