import type { Finding } from './finding.ts'

const marks: Record<Finding['state'], string> = { ok: '✓', warning: '!', failed: '✗', skipped: '–' }

/** The findings as a person reads them: a line each under what they are about, and beneath it what to do. */
export function report(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length))
  const lines: string[] = []
  let about: Finding['about'] | undefined
  for (const finding of findings) {
    if (finding.about !== about) lines.push('', finding.about)
    about = finding.about
    lines.push(`  ${marks[finding.state]} ${finding.check.padEnd(width)}  ${finding.says}`)
    if (finding.todo) lines.push(`    ${' '.repeat(width)}  → ${finding.todo}`)
  }
  const count = (state: Finding['state']) => findings.filter(finding => finding.state === state).length
  lines.push('', `${count('failed')} failed, ${count('warning')} to look at, ${count('ok')} well.`)
  return lines.slice(1).join('\n')
}
