import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, aLine, apiClient, bill } from './api-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'

let sandbox: RunningSandbox
let client: ApiClient
let address: string
beforeEach(async () => {
  sandbox = await runSandbox()
  client = await apiClient(sandbox)
  address = await enter({})
})
afterEach(() => sandbox.close())

const ledger = () => `${sandbox.origin}/ledger/${client.company.realmId}`
const enter = async (over: object): Promise<string> =>
  `${ledger()}/bills/${bill(await client.enter({ ...over })).Id}`
const text = async (url: string) => (await fetch(url)).text()
const press = async (form: Record<string, string>) => {
  const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(form) })
  return { status: answer.status, text: await answer.text() }
}

describe('the pages of the ledger', () => {
  it('lead from the companies to the bills to one bill', async () => {
    expect(await text(`${sandbox.origin}/ledger`)).toContain(`href="${new URL(ledger()).pathname}"`)
    expect(await text(ledger())).toContain(`href="${new URL(address).pathname}"`)
    expect(await text(address)).toContain('310 Food purchases – vegetables &amp; fruit')
  })

  it('filter the bills by state and by what is searched for', async () => {
    const { Id } = bill(await client.enter({ DocNumber: '2002' }))
    await sandbox.control('PATCH', `/companies/${client.company.realmId}/bills/${Id}`, { status: 'PAID' })
    const shown = async (query: string) => {
      const page = await text(`${ledger()}${query}`)
      return ['1001', '2002'].filter(number => page.includes(`>${number}</a>`))
    }
    expect(await shown('')).toEqual(['1001', '2002'])
    expect(await shown('?status=PAID')).toEqual(['2002'])
    expect(await shown('?search=100')).toEqual(['1001'])
    expect(await shown('?search=green+acre&status=OPEN')).toEqual(['1001'])
  })

  it('show what apps wrote as text', async () => {
    const script = '<script>alert(1)</script>'
    const Line = [aLine(client.company, {}, { Description: script })]
    const page = await text(await enter({ DocNumber: '<b>1</b>', PrivateNote: script, Line }))
    expect(page).not.toContain(script)
    expect(page).toContain('&lt;script&gt;')
  })

  it('let a person pay, and then neither void nor delete', async () => {
    expect((await press({ action: 'pay' })).text).toContain('Balance due')
    const page = await text(address)
    expect(['pay', 'void', 'delete'].filter(action => page.includes(`value="${action}"`))).toEqual([])
    const refused = await press({ action: 'void' })
    expect([refused.status, refused.text.includes('role="alert"')]).toEqual([409, true])
  })

  it('let a person void or delete', async () => {
    expect((await press({ action: 'void' })).text).toContain('Voided')
    expect((await press({ action: 'delete' })).text).toContain('Deleted')
    expect(client.company.transactions[0]?.status).toBe('deleted')
  })

  it('let a person edit number, due date, memo and amounts', async () => {
    expect(await text(`${address}?edit=1`)).toContain('name="amount-0"')
    const form = {
      action: 'edit',
      number: '1001-B',
      dueDate: '2026-04-30',
      memo: 'checked\r\ntwice',
      'amount-0': '15',
    }
    expect((await press(form)).text).toContain('16.35')
    expect(client.company.transactions[0]).toMatchObject({
      docNumber: '1001-B',
      dueDate: '2026-04-30',
      privateNote: 'checked\ntwice',
    })
    const wrong = await press({ ...form, 'amount-0': 'many' })
    expect([wrong.status, wrong.text.includes('An amount is a number')]).toEqual([409, true])
  })

  it('say so where nothing is', async () => {
    const answers = await Promise.all(
      [`${ledger()}/bills/99`, `${sandbox.origin}/ledger/1`, `${sandbox.origin}/app/bill?txnId=99`].map(url =>
        fetch(url),
      ),
    )
    expect(answers.map(answer => answer.status)).toEqual([404, 404, 404])
  })
})

describe('QuickBooks’ own address of a bill', () => {
  it('opens the bill', async () => {
    const opened = await fetch(`${sandbox.origin}/app/bill?txnId=1`)
    expect(opened.url).toBe(address)
  })

  it('asks for the company where several have such a bill, unless it is named', async () => {
    const other = await apiClient(sandbox, 'Bayside')
    await other.enter()
    const asked = await text(`${sandbox.origin}/app/bill?txnId=1`)
    expect(asked.match(/\/bills\/1"/g)).toHaveLength(2)
    const named = await fetch(`${sandbox.origin}/app/bill?txnId=1&companyId=${other.company.realmId}`)
    expect(named.url).toContain(found(other.company.realmId))
  })
})
