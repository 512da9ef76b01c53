import type { Context } from 'hono'
import type { SandboxEnv } from '../sandbox.ts'

/** How many decimals unit amounts have in this request: two, unless it opts in to four with `unitdp=4`. */
export function unitDecimals(c: Context<SandboxEnv>): 2 | 4 {
  return c.req.query('unitdp') === '4' ? 4 : 2
}
