import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'
import { documentOf, type UblDocument } from './ubl-document.ts'
import { repeatable, UblXml } from './ubl-schema.ts'

/** What a folder gave: its readable documents, and a sentence for each file that is none. */
export interface UblFolder {
  documents: UblDocument[]
  problems: { fileName: string; message: string }[]
}

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  isArray: name => repeatable.has(name),
})

/**
 * Reads one UBL 2.1 Invoice or CreditNote. Amounts come out as printed, as decimal strings in the document's
 * currency. Throws an error that names the file and what is wrong with it.
 */
export function parseUbl(fileName: string, xml: string): UblDocument {
  try {
    const valid = XMLValidator.validate(xml)
    if (valid !== true) throw new Error(`not well-formed XML: ${valid.err.msg} (line ${valid.err.line})`)
    const { kind, body } = rootOf(parser.parse(xml))
    const parsed = UblXml.safeParse({ ...body, Line: body[`${kind}Line`] ?? [] })
    if (!parsed.success) throw new Error(sentenceOf(parsed.error))
    return documentOf(fileName, kind, parsed.data)
  } catch (cause) {
    throw new Error(`${fileName}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

function rootOf(tree: unknown): { kind: 'Invoice' | 'CreditNote'; body: Record<string, unknown> } {
  const roots = z.record(z.string(), z.unknown()).parse(tree)
  for (const kind of ['Invoice', 'CreditNote'] as const) {
    const body = z.record(z.string(), z.unknown()).safeParse(roots[kind])
    if (body.success) return { kind, body: body.data }
  }
  const found = Object.keys(roots).find(name => !name.startsWith('?'))
  throw new Error(`not a UBL 2.1 Invoice or CreditNote (its root element is ${found ?? 'missing'})`)
}

function sentenceOf(error: z.ZodError): string {
  const issues = error.issues.slice(0, 3).map(issue => `${issue.path.join('/')}: ${issue.message}`)
  return `unreadable: ${issues.join('; ')}`
}

/** The text of an XML file in the encoding that its byte-order mark or its declaration names. */
function decode(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(head)?.[1]
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : undefined
  return new TextDecoder(marked ?? declared ?? 'utf-8', { fatal: true }).decode(bytes)
}

/** Reads every .xml file of a folder, in the order of their names. Throws only if the folder cannot be read. */
export async function readUblFolder(dir: string): Promise<UblFolder> {
  const names = (await readdir(dir)).filter(name => name.toLowerCase().endsWith('.xml'))
  const folder: UblFolder = { documents: [], problems: [] }
  for (const fileName of names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))) {
    try {
      folder.documents.push(parseUbl(fileName, decode(await readFile(join(dir, fileName)))))
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      folder.problems.push({ fileName, message: message.replace(`${fileName}: `, '') })
    }
  }
  return folder
}
