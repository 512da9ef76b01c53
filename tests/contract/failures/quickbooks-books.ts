import type { QuickbooksServer } from '../server/quickbooks-server.ts'

/** What a person or a plan does at QuickBooks, to the company of the kitchens. */
export interface QuickbooksBooks {
  control(method: string, path: string, body?: unknown): Promise<unknown>
  /** The company's path under `_control`. */
  company: string
  /** QuickBooks answers the next writing with this fault, whatever it holds. */
  refuses(code: string, message: string): Promise<unknown>
  /** The numbers of the bills that stand under a number, as the company has them. */
  standing(number: string): Promise<string[]>
}

/** The books of Orchard Noodle House, whose limits are lifted: the pace is ours to keep. */
export async function quickbooksBooks({ quickbooks }: QuickbooksServer): Promise<QuickbooksBooks> {
  const company = `/companies/${quickbooks.company('Orchard').realmId}`
  async function control(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await quickbooks.control(method, path, body)
    if (!answer.ok) throw new Error(await answer.text())
    return answer.status === 204 ? null : answer.json()
  }
  await control('PATCH', '/limits', { second: 1000, minute: 10_000, batchMinute: 1000 })
  return {
    control,
    company,
    refuses: (code, message) =>
      control('POST', '/faults', {
        match: { method: 'POST', path: '/batch$' },
        times: 1,
        fault: { kind: 'fault', code, message, detail: message },
      }),
    async standing(number) {
      const query = number === '' ? '' : `?number=${encodeURIComponent(number)}`
      const { bills } = (await control('GET', `${company}/bills${query}`)) as { bills: { number: string }[] }
      return bills.map(bill => bill.number)
    },
  }
}
