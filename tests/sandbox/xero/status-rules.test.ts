import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AccountingClient, aBill, accountingClient, aLine } from './accounting-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'
import { messages } from './wire.ts'

const NOT_VALID = 'Invoice not of valid status for modification'
const ALLOCATED = 'This document cannot be edited as it has a payment or credit note allocated to it.'

let sandbox: RunningSandbox
let client: AccountingClient
let id: string
beforeEach(async () => {
  sandbox = await runSandbox({ limits: { minute: 1000 } })
  client = await accountingClient(sandbox)
  const answer = await client.call('PUT', '/Invoices', { Invoices: [aBill(client.contactId)] })
  id = found(answer.body.Invoices[0]?.InvoiceID)
})
afterEach(() => sandbox.close())

/** What a person did to the bill before the app comes. */
const person = (...changes: object[]) =>
  changes.reduce<Promise<unknown>>(
    (before, change) =>
      before.then(() =>
        sandbox.control('PATCH', `/organisations/${client.organisation.tenantId}/bills/${id}`, change),
      ),
    Promise.resolve(),
  )
const post = async (change: object): Promise<string[] | string | undefined> => {
  const answer = await client.call('POST', `/Invoices/${id}`, change)
  return answer.status === 200 ? answer.body.Invoices[0]?.Status : messages(answer.body.Elements[0])
}
const approve = { status: 'AUTHORISED' }

describe('an app may', () => {
  it.each([
    ['edit a draft', [], { Status: 'DRAFT', InvoiceNumber: '2' }, 'DRAFT'],
    ['submit a draft', [], { Status: 'SUBMITTED' }, 'SUBMITTED'],
    ['pull a submitted bill back to draft', [{ status: 'SUBMITTED' }], { Status: 'DRAFT' }, 'DRAFT'],
    ['delete a draft', [], { Status: 'DELETED' }, 'DELETED'],
    ['edit an approved bill by leaving the status out', [approve], { InvoiceNumber: '2' }, 'AUTHORISED'],
    ['void an approved bill', [approve], { Status: 'VOIDED' }, 'VOIDED'],
  ])('%s', async (_, before, change, status) => {
    await person(...before)
    expect(await post(change)).toBe(status)
  })
})

describe('an app may not', () => {
  it.each([
    ['make an approved bill a draft', [approve], { Status: 'DRAFT' }, [NOT_VALID]],
    ['delete an approved bill', [approve], { Status: 'DELETED' }, [NOT_VALID]],
    ['void a draft', [], { Status: 'VOIDED' }, [NOT_VALID]],
    ['edit a draft that was deleted by hand', [{ status: 'DELETED' }], { Status: 'DRAFT' }, [NOT_VALID]],
    ['edit a voided bill', [approve, { status: 'VOIDED' }], { Status: 'DRAFT' }, [NOT_VALID]],
    ['edit a paid bill', [approve, { status: 'PAID' }], { InvoiceNumber: '2' }, [ALLOCATED]],
    ['make a paid bill a draft', [approve, { status: 'PAID' }], { Status: 'DRAFT' }, [NOT_VALID, ALLOCATED]],
    [
      'make a partly paid bill a draft',
      [approve, { amount: '3.00' }],
      { Status: 'DRAFT' },
      [
        'The status DRAFT cannot be applied to the invoice because it has payments or credit notes allocated to it.',
        ALLOCATED,
      ],
    ],
  ])('%s', async (_, before, change, errors) => {
    await person(...before)
    expect(await post(change)).toEqual(errors)
  })
})

describe('an edit', () => {
  it('replaces all lines when lines are sent, and none when they are not', async () => {
    await post({ InvoiceNumber: '2' })
    expect(client.organisation.documents[0]?.lines).toHaveLength(1)
    await post({ LineItems: [aLine(), aLine({ Description: 'Kale' })] })
    expect(client.organisation.documents[0]?.lines.map(line => line.description)).toEqual(['Romaine', 'Kale'])
  })

  it('changes nothing at all when it is refused', async () => {
    await post({ InvoiceNumber: '2', LineItems: [aLine({ AccountCode: '999' })] })
    expect(client.organisation.documents[0]).toMatchObject({
      number: '1001',
      lines: [{ accountCode: '310' }],
    })
  })

  it('keeps its id in a refusal, so that it can be recognised', async () => {
    await person(approve)
    const answer = await client.call('POST', '/Invoices?summarizeErrors=false', {
      Invoices: [{ InvoiceID: id, Status: 'DRAFT' }],
    })
    expect(answer.status).toBe(200)
    expect(answer.body.Invoices[0]).toMatchObject({ InvoiceID: id, StatusAttributeString: 'ERROR' })
  })

  it('is possible again once a person has taken the payment back', async () => {
    await person(approve, { status: 'PAID' }, { removePayments: true })
    expect(await post({ InvoiceNumber: '2' })).toBe('AUTHORISED')
  })
})
