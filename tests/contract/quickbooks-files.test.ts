import { afterEach, expect, it } from 'vitest'
import { createQuickbooksLedger } from '#server/ledger/quickbooks/quickbooks-ledger.ts'
import { billToMake, type QuickbooksStage, quickbooksStage } from './quickbooks-stage.ts'

let stage: QuickbooksStage
afterEach(() => stage?.sandbox.close())

const file = (name: string) => ({
  name,
  type: 'application/pdf',
  bytes: new TextEncoder().encode('%PDF-1.4 scanned'),
})

async function posted(number: string) {
  const ledger = createQuickbooksLedger(stage.company)
  const [outcome] = await ledger.create([billToMake(stage, number)], `key-${number}`)
  if (outcome?.kind !== 'posted') throw new Error(`Not posted: ${JSON.stringify(outcome)}`)
  return { ledger, bill: outcome.bill }
}

it('puts a file beside a bill once, though QuickBooks would keep every upload', async () => {
  stage = await quickbooksStage()
  const { ledger, bill } = await posted('F-1')
  expect(await ledger.attach(bill, file('scan 7.pdf'))).toEqual({ kind: 'attached' })
  expect(await ledger.attach(bill, file('scan 7.pdf'))).toEqual({ kind: 'attached' })
  const files = stage.books.attachables.filter(({ refs }) => refs.some(({ id }) => id === bill.id))
  expect(files.map(({ fileName }) => fileName)).toEqual(['scan 7.pdf'])
})

it('tells of a file that QuickBooks refuses within an answer of 200', async () => {
  stage = await quickbooksStage()
  const { ledger, bill } = await posted('F-2')
  expect(await ledger.attach(bill, file('scan.exe'))).toMatchObject({
    kind: 'refused',
    failure: { code: 'attachment-refused' },
  })
  expect((await ledger.read([bill]))[0]).toMatchObject({ id: bill.id, state: 'open' })
})
