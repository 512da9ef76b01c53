import { type Context, Hono } from 'hono'
import { ApiFault, faultWire } from '../rules/api-fault.ts'
import { checkFile } from '../rules/file-rules.ts'
import { readInput } from '../rules/read-input.ts'
import { refuse } from '../rules/refusals.ts'
import { AttachableInput, writeAttachable } from '../rules/write-attachable.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { attachableWire } from '../wire/attachable.ts'
import type { Wire } from '../wire/object.ts'
import { timed } from './answer.ts'
import { parseObject } from './read-body.ts'

/**
 * `upload`: files with their descriptions, as pairs of parts `file_metadata_01` and `file_content_01`. A file
 * that is refused is a `Fault` in its place of an answer with status 200.
 */
export function uploadRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  app.post('/:realm/upload', async c => {
    const parts = await c.req.parseBody()
    const files = Object.keys(parts)
      .filter(name => name.startsWith('file_content_'))
      .sort()
    if (files.length === 0) throw refuse.missing('file_content_01')
    const answers: Wire[] = []
    for (const name of files) {
      const described = parts[name.replace('content', 'metadata')]
      answers.push(await answerOf(sandbox, c, parts[name], described))
    }
    return c.json(timed(sandbox, { AttachableResponse: answers }))
  })
  return app
}

async function answerOf(
  sandbox: Sandbox,
  c: Context<SandboxEnv>,
  file: unknown,
  described: unknown,
): Promise<Wire> {
  const { company } = c.var
  try {
    if (!(file instanceof File)) throw refuse.unreadable('file_content_ must be a file', 'file_content_01')
    const text = described instanceof File ? await described.text() : described
    const input = readInput(AttachableInput, typeof text === 'string' ? parseObject(text) : {})
    const fileName = input.FileName ?? file.name
    checkFile(fileName, file.size, sandbox.throttle.limits.fileBytes)
    const content = new Uint8Array(await file.arrayBuffer())
    const filled = { ...input, FileName: fileName, ContentType: input.ContentType ?? file.type }
    const attachable = writeAttachable(filled, undefined, company, sandbox.clock())
    attachable.content = content
    return { Attachable: attachableWire(sandbox, company, attachable) }
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error
    return { Fault: faultWire(error) }
  }
}
