import type { Exchange } from './recording/exchange.ts'

/** What is wrong with one side of an exchange, in a sentence. */
export interface Finding {
  exchange: Exchange
  side: 'request' | 'answer'
  problem: string
}

/** Shown at most; the rest are counted. */
const MOST = 25

/**
 * What a person reads when the check fails: each kind of problem once, with how often it was met and its first
 * exchange. Empty where nothing was found.
 */
export function report(findings: readonly Finding[]): string {
  const kinds = [...Map.groupBy(findings, kindOf).values()].sort((one, other) => other.length - one.length)
  const shown = kinds.slice(0, MOST).flatMap(alike => {
    const [first] = alike
    return first ? [told(first, alike.length)] : []
  })
  const left = kinds.length - shown.length
  return [...shown, ...(left > 0 ? [`… and ${left} more kinds of problems`] : [])].join('\n\n')
}

function kindOf({ exchange, side, problem }: Finding): string {
  return `${exchange.method} ${side} ${problem.replace(/\d+/g, '0').replace(/“[^”]*”/g, '“”')}`
}

function told({ exchange, side, problem }: Finding, times: number): string {
  const { method, path, query, answer, during } = exchange
  const address = `${method} ${path}${query ? `?${query}` : ''}`
  return [
    `${side === 'request' ? 'The request' : 'The answer'}: ${problem}${times > 1 ? ` (${times} times)` : ''}`,
    `  ${cut(address, 160)} → ${answer?.status ?? 'cut off'}, during ${during}`,
    `  ${cut((side === 'request' ? exchange.request.body : answer?.body) ?? '', 400)}`,
  ].join('\n')
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text
}
