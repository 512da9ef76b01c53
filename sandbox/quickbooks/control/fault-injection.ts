import { setTimeout as wait } from 'node:timers/promises'
import type { Context, MiddlewareHandler } from 'hono'
import { timed } from '../api/answer.ts'
import { ApiFault, faultWire } from '../rules/api-fault.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import type { Fault } from './faults.ts'

/** Lets the planned faults happen to the requests that they match. */
export function faultInjection(sandbox: Sandbox): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const faults = sandbox.faults.meet({
      method: c.req.method,
      path: c.req.path.slice(c.req.path.startsWith(`${sandbox.base}/`) ? sandbox.base.length : 0),
      realm: c.req.param('realm'),
    })
    for (const fault of faults) {
      if (fault.kind === 'delay') await wait(fault.ms)
      if (fault.kind === 'drop-before') return drop(c)
      if (fault.kind === 'status') return answer(fault)
      if (fault.kind === 'fault') return c.json(timed(sandbox, await inPlace(c, fault)))
    }
    await next()
    if (faults.some(fault => fault.kind === 'drop-after-commit')) c.res = drop(c)
  }
}

/**
 * Destroys the connection without an answer, as a network does. What the request did stays done.
 * @throws Error where the app is called without a socket (outside a Node server): there is nothing to drop.
 */
function drop(c: Context<SandboxEnv>): Response {
  const socket = c.env?.incoming?.socket
  if (!socket) throw new Error('A dropped connection needs a real socket: serve the sandbox over HTTP')
  socket.destroy()
  return new Response(null, { headers: { 'x-hono-already-sent': 'true' } })
}

function answer(fault: Extract<Fault, { kind: 'status' }>): Response {
  const text = typeof fault.body === 'object' ? JSON.stringify(fault.body) : (fault.body ?? '')
  const type = typeof fault.body === 'object' ? 'application/json' : 'text/html'
  return new Response(text, { status: fault.status, headers: { 'content-type': type, ...fault.headers } })
}

/** The fault where an answer with status 200 carries one, which depends on what was asked. */
async function inPlace(
  c: Context<SandboxEnv>,
  { code, message, detail, element, type }: Extract<Fault, { kind: 'fault' }>,
): Promise<Record<string, unknown>> {
  const error = { code, message, detail, ...(element === undefined ? {} : { element }) }
  const Fault = faultWire(new ApiFault([error], type))
  switch (c.req.path.split('/').at(-1)) {
    case 'query':
      return { QueryResponse: { Fault } }
    case 'cdc':
      return { CDCResponse: [{ Fault }] }
    case 'upload':
      return { AttachableResponse: [{ Fault }] }
    case 'batch': {
      const ids = [...(await c.req.text()).matchAll(/"bId"\s*:\s*"([^"]*)"/g)].map(found => found[1])
      return { BatchItemResponse: ids.map(bId => ({ Fault, bId })) }
    }
    default:
      return { Fault }
  }
}
