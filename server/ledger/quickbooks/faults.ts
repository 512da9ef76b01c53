import { z } from 'zod'

/** One thing that QuickBooks says is wrong; `code` without leading zeros. */
export interface Fault {
  code: string
  message: string
  detail: string
  /** `ValidationFault`, `SystemFault`, `AUTHENTICATION`, `SERVICE` and so on; empty where it does not say. */
  type: string
}

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform(value => String(value ?? ''))
const Upper = z.looseObject({
  Fault: z.looseObject({
    Error: z.array(z.looseObject({ Message: text, Detail: text, code: text })).default([]),
    type: text,
  }),
})
const Lower = z.looseObject({
  fault: z.looseObject({
    error: z.array(z.looseObject({ message: text, detail: text, code: text })).default([]),
    type: text,
  }),
})

/**
 * The faults that an answer or an item of a batch carries, whatever its HTTP status (facts/qbo.md, Errors):
 * the ledger writes them with capitals, the gateway before it without. Empty where it carries none.
 */
export function faultsOf(body: unknown): Fault[] {
  const upper = Upper.safeParse(body)
  if (upper.success) {
    const { Error: errors, type } = upper.data.Fault
    return errors.map(({ Message, Detail, code }) => fault(code, Message, Detail, type))
  }
  const lower = Lower.safeParse(body)
  if (!lower.success) return []
  const { error: errors, type } = lower.data.fault
  return errors.map(({ message, detail, code }) => fault(code, message, detail, type))
}

function fault(code: string, message: string, detail: string, type: string): Fault {
  return { code: code.replace(/^0+(?=\d)/, ''), message, detail, type }
}

/** Faults as they are stored: each begins with its code, by which the catalogue knows it. */
export function faultText(faults: readonly Fault[]): string {
  const told = faults.map(({ code, message, detail }) => {
    const words = detail.includes(message) ? detail : [message, detail].filter(Boolean).join(' : ')
    return `${code} ${words}`.trim()
  })
  return told.join('\n').slice(0, 4000) || 'QuickBooks refused it without saying why'
}

/** QuickBooks’s own trouble, not a judgement of what was sent: whether that had an effect is not known. */
export function isTrouble(faults: readonly Fault[]): boolean {
  return faults.some(({ code, type }) => /^system/i.test(type) || code === '3001' || code === '10000')
}
