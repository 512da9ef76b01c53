import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AccountingClient, aBill, accountingClient, aLine } from './accounting-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'

let sandbox: RunningSandbox
let client: AccountingClient
let bill: string
beforeEach(async () => {
  sandbox = await runSandbox()
  client = await accountingClient(sandbox)
  bill = await enter({})
})
afterEach(() => sandbox.close())

const ledger = () => `${sandbox.origin}/ledger/${client.organisation.tenantId}`
const enter = async (over: object): Promise<string> => {
  const { body } = await client.call('PUT', '/Invoices', { Invoices: [aBill(client.contactId, { ...over })] })
  return `${ledger()}/bills/${found(body.Invoices[0]?.InvoiceID)}`
}
const text = async (url: string) => (await fetch(url)).text()
const press = async (form: Record<string, string>) => {
  const answer = await fetch(bill, { method: 'POST', body: new URLSearchParams(form) })
  return { status: answer.status, text: await answer.text() }
}

describe('the pages of the ledger', () => {
  it('lead from the organisations to the bills to one bill', async () => {
    expect(await text(`${sandbox.origin}/ledger`)).toContain(`/ledger/${client.organisation.tenantId}`)
    expect(await text(ledger())).toContain(new URL(bill).pathname)
    expect(await text(bill)).toContain('Food purchases – vegetables')
  })

  it('filter the bills by state and by what is searched for', async () => {
    await enter({ InvoiceNumber: '2002', Status: 'AUTHORISED' })
    const shown = async (query: string) => {
      const page = await text(`${ledger()}${query}`)
      return ['1001', '2002'].filter(number => page.includes(`>${number}</a>`))
    }
    expect(await shown('')).toEqual(['1001', '2002'])
    expect(await shown('?status=AUTHORISED')).toEqual(['2002'])
    expect(await shown('?search=100')).toEqual(['1001'])
    expect(await shown('?search=green+acre&status=DRAFT')).toEqual(['1001'])
  })

  it('show names of suppliers and products as text', async () => {
    const script = '<script>alert(1)</script>'
    const page = await text(
      await enter({
        InvoiceNumber: script,
        Url: 'javascript:alert(1)',
        LineItems: [aLine({ Description: script })],
      }),
    )
    expect(page).not.toContain(script)
    expect(page).toContain('&lt;script&gt;')
    expect(page).not.toContain('href="javascript:')
  })

  it('link back to the app that sent the bill', async () => {
    const page = await text(await enter({ Url: 'https://app.example/invoices/7' }))
    expect(page).toContain('href="https://app.example/invoices/7"')
    expect(page).toContain('Go to app.example')
  })

  it('let a person approve, pay, and only what the state allows', async () => {
    expect(await text(bill)).toContain('value="approve"')
    expect((await press({ action: 'approve' })).text).toContain('Awaiting payment')
    expect(await text(bill)).not.toContain('value="delete"')
    expect((await press({ action: 'pay' })).text).toContain('Paid')
    const refused = await press({ action: 'void' })
    expect([refused.status, refused.text.includes('role="alert"')]).toEqual([409, true])
  })

  it('let a person void, or delete a draft', async () => {
    await press({ action: 'delete' })
    expect(client.organisation.documents[0]?.status).toBe('DELETED')
    bill = await enter({ Status: 'AUTHORISED' })
    await press({ action: 'void' })
    expect(client.organisation.documents[1]?.status).toBe('VOIDED')
  })

  it('let a person edit number, due date and lines', async () => {
    expect(await text(`${bill}?edit=1`)).toContain('name="price-0"')
    const saved = await press({
      action: 'edit',
      number: '1001-B',
      dueDate: '2026-04-30',
      'quantity-0': '3',
      'price-0': '5.00',
    })
    expect(saved.text).toContain('16.35')
    expect(client.organisation.documents[0]).toMatchObject({ number: '1001-B', dueDate: '2026-04-30' })
    const wrong = await press({ action: 'edit', 'quantity-0': 'many', 'price-0': '5' })
    expect([wrong.status, wrong.text.includes('must be amounts')]).toEqual([409, true])
  })

  it('say so where nothing is', async () => {
    const answer = await fetch(`${ledger()}/bills/nothing`)
    expect([answer.status, (await answer.text()).includes('Nothing here')]).toEqual([404, true])
  })
})
