import { z } from 'zod'

const Headers = z.record(z.string(), z.string())

export const Fault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delay'), ms: z.number().int().min(0).max(120_000) }),
  z.strictObject({ kind: z.literal('drop-after-commit') }),
  z.strictObject({ kind: z.literal('drop-before') }),
  z.strictObject({
    kind: z.literal('status'),
    status: z.number().int().min(400).max(599),
    headers: Headers.optional(),
    body: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  }),
  z.strictObject({
    kind: z.literal('fault'),
    code: z.string().min(1),
    message: z.string().default('Invented by the sandbox'),
    detail: z.string().default(''),
    element: z.string().optional(),
    type: z.enum(['ValidationFault', 'AuthorizationFault', 'SystemFault']).default('ValidationFault'),
  }),
])
export type Fault = z.infer<typeof Fault>

const Pattern = z.string().refine(isPattern, 'is not a regular expression')

/** A fault to come: which requests it meets, and how often. */
export const FaultPlan = z.strictObject({
  match: z
    .strictObject({ method: z.string().optional(), path: Pattern.optional(), realm: z.string().optional() })
    .default({}),
  times: z.number().int().min(1).default(1),
  fault: Fault,
})
export type FaultPlan = z.infer<typeof FaultPlan>

type Met = { method: string; path: string; realm: string | undefined }

/** Faults planned for requests to come; each is used up after its number of times. */
export type Faults = {
  plan(plan: FaultPlan): void
  /** The faults that meet this request, the first planned first; each counts as used once. */
  meet(request: Met): Fault[]
  list(): FaultPlan[]
  clear(): void
}

export function plannedFaults(): Faults {
  let plans: FaultPlan[] = []
  return {
    plan: plan => {
      plans.push({ ...plan })
    },
    meet: request => {
      const met = plans.filter(({ match }) => meets(match, request))
      for (const plan of met) plan.times -= 1
      plans = plans.filter(plan => plan.times > 0)
      return met.map(plan => plan.fault)
    },
    list: () => plans.map(plan => ({ ...plan })),
    clear: () => {
      plans = []
    },
  }
}

function meets(match: FaultPlan['match'], request: Met): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== request.method) return false
  if (match.realm !== undefined && match.realm !== request.realm) return false
  return match.path === undefined || new RegExp(match.path).test(request.path)
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp
  } catch {
    return false
  }
}
