import { afterEach, expect, test } from 'vitest'
import { quoted, select, within } from '#server/ledger/quickbooks/select.ts'
import { type ScriptedAnswer, scriptedQuickbooks } from '#tests/builders/scripted-quickbooks.ts'

let close: (() => void) | undefined
afterEach(() => close?.())

async function answering(...answers: ScriptedAnswer[]) {
  const quickbooks = await scriptedQuickbooks(...answers)
  close = quickbooks.close
  return quickbooks
}

const refusing = (code: string): ScriptedAnswer => ({
  status: 400,
  body: { Fault: { Error: [{ Message: 'Invalid query', Detail: '', code }], type: 'ValidationFault' } },
})
const rows = (count: number): ScriptedAnswer => ({
  status: 200,
  body: { QueryResponse: count === 0 ? {} : { Bill: Array.from({ length: count }, (_, Id) => ({ Id })) } },
})

test('escapes what stands between quotation marks', () => {
  expect(quoted("O'Brien \\ Sons")).toBe("'O\\'Brien \\\\ Sons'")
  expect(within('DocNumber', ['1', "2'"])).toBe("DocNumber IN ('1', '2\\'')")
})

test('reads on while a page is full', async () => {
  const { company, seen } = await answering(rows(1000), rows(2))
  const [found] = await select(company, [{ entity: 'Bill', where: "DocNumber = '1'" }])
  expect(found).toHaveLength(1002)
  expect(seen.map(({ url }) => new URLSearchParams(url.split('?')[1]).get('query'))).toEqual([
    "SELECT * FROM Bill WHERE DocNumber = '1' STARTPOSITION 1 MAXRESULTS 1000",
    "SELECT * FROM Bill WHERE DocNumber = '1' STARTPOSITION 1001 MAXRESULTS 1000",
  ])
})

test('asks for nothing without a request', async () => {
  const { company, seen } = await answering()
  expect([await select(company, []), seen]).toEqual([[], []])
})

test('finds nothing by a property that cannot be searched, where that is allowed for', async () => {
  const { company } = await answering(refusing('4001'), refusing('4001'), refusing('4000'))
  expect(await select(company, [{ entity: 'Bill', ifSearchable: true }])).toEqual([[]])
  await expect(select(company, [{ entity: 'Bill' }])).rejects.toThrow(/refused “SELECT .*4001/)
  await expect(select(company, [{ entity: 'Bill', ifSearchable: true }])).rejects.toThrow(/4000/)
})

test('tells each query of a batch by itself, in whatever order the answers come', async () => {
  const item = (index: number) => ({ bId: `q${index}`, QueryResponse: { Bill: [{ Id: String(index) }] } })
  const { company, seen } = await answering({
    status: 200,
    body: { BatchItemResponse: [item(3), item(0), item(2), item(1)] },
  })
  const found = await select(company, Array(4).fill({ entity: 'Bill' }))
  expect(found).toEqual([[{ Id: '0' }], [{ Id: '1' }], [{ Id: '2' }], [{ Id: '3' }]])
  expect(seen).toHaveLength(1)
})

test('does not take a missing answer for an empty one', async () => {
  const { company } = await answering({ status: 200, body: { BatchItemResponse: [] } })
  await expect(select(company, Array(4).fill({ entity: 'Bill' }))).rejects.toMatchObject({ kind: 'not-sent' })
})
