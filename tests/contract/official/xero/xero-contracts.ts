import { join } from 'node:path'
import { type Contract, type Operation, readContract } from './contract.ts'
import { ofAnswers } from './exceptions.ts'
import { type Judge, judgeBy } from './judge.ts'

/** One of Xero's interfaces: where it lies, what can be asked there, and a judge of each side. */
export interface Interface {
  base: string
  contract: Contract
  request: Judge
  answer: Judge
  /** Of an element that was refused, which comes back as it was sent. */
  refused: Judge
}

/** Xero's descriptions of what our server talks to. */
export interface XeroContracts {
  accounting: Interface
  identity: Interface
}

/** @throws where the folder does not hold the descriptions */
export function readXeroContracts(folder: string): XeroContracts {
  const of = (file: string, base: string): Interface => {
    const contract = readContract(join(folder, file))
    return {
      base,
      contract,
      request: judgeBy(contract, 'request', []),
      answer: judgeBy(contract, 'answer', ofAnswers),
      refused: judgeBy(contract, 'refused', ofAnswers),
    }
  }
  return {
    accounting: of('xero_accounting.yaml', '/api.xro/2.0'),
    identity: of('xero-identity.yaml', ''),
  }
}

/** What is asked for: an operation, and what stands in its address. */
export interface Found {
  operation: Operation
  inPath: Record<string, string>
}

/**
 * The operation that a request asks for. Where several templates fit (`/Contacts/{ContactID}` and
 * `/Contacts/{ContactNumber}`), it is the first whose parts of the path are sound. The identity's contract writes
 * `/Connections`, its guide and the wire `/connections`.
 */
export function operationFor(
  { base, contract, request }: Interface,
  method: string,
  path: string,
): Found | null {
  if (!path.startsWith(base)) return null
  const fitting = contract.operations.flatMap(operation => {
    if (operation.method !== method) return []
    const inPath = partsOf(operation.template, path.slice(base.length))
    return inPath ? [{ operation, inPath }] : []
  })
  const sound = ({ operation, inPath }: Found) =>
    operation.parameters.every(
      ({ in: place, name, schema }) => place !== 'path' || request(schema, inPath[name]).length === 0,
    )
  return fitting.find(sound) ?? fitting[0] ?? null
}

function partsOf(template: string, path: string): Record<string, string> | null {
  const pattern = template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  const groups = new RegExp(`^${pattern}$`, 'i').exec(path)
  if (!groups) return null
  return Object.fromEntries(
    Object.entries(groups.groups ?? {}).map(([name, part]) => [name, decodeURIComponent(part)]),
  )
}
