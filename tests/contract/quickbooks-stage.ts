import { BillToPost } from '#lib/domain/bill.ts'
import type { LedgerLists } from '#lib/domain/ledger-lists.ts'
import type { Company } from '#sandbox/quickbooks/books/company.ts'
import { type BillToMake, LedgerTrouble } from '#server/ledger/port.ts'
import type { CompanyFacts } from '#server/ledger/quickbooks/company-facts.ts'
import type { QuickbooksCompany } from '#server/ledger/quickbooks/quickbooks-company.ts'
import { readQuickbooksLists } from '#server/ledger/quickbooks/quickbooks-lists.ts'
import { createRealmPace } from '#server/ledger/quickbooks/realm-pace.ts'
import { aBillToPost } from '#tests/builders/export-request.ts'
import { connected } from '#tests/sandbox/quickbooks/consent.ts'
import { found, type RunningSandbox, runSandbox } from '#tests/sandbox/quickbooks/running-sandbox.ts'

export const KNOWN = 'Green Acre Produce'
export const INACTIVE = 'Old Mill Dairy'

/** One company of a sandbox of its own, reached over HTTP as the server reaches QuickBooks, within its limits. */
export interface QuickbooksStage {
  sandbox: RunningSandbox
  company: QuickbooksCompany
  /** The same as the sandbox holds it. */
  books: Company
  /** The id of the code of 9 % on purchases. */
  taxCode: string
}

export async function quickbooksStage(
  over: Partial<QuickbooksCompany> = {},
  name = 'Orchard',
): Promise<QuickbooksStage> {
  const sandbox = await runSandbox({
    clock: () => new Date(),
    suppliers: [KNOWN, INACTIVE, 'Blue Pier Fish'],
    inactive: [INACTIVE],
    limits: {},
  })
  const books = sandbox.company(name)
  const tokens = await connected(sandbox, books.realmId)
  let lists: LedgerLists | null = null
  let facts: CompanyFacts | null = null
  const company: QuickbooksCompany = {
    apiUrl: sandbox.origin,
    realm: books.realmId,
    appUrl: sandbox.origin,
    pace: createRealmPace(),
    patient: false,
    token: () => tokens.access_token,
    renewToken: async () => {
      throw new LedgerTrouble('connection-lost', 'There is no other token here')
    },
    known: {
      lists: async () => {
        lists ??= await readQuickbooksLists(company)
        return lists
      },
      keepContacts: async contacts => {
        if (lists) lists = { ...lists, contacts: [...contacts] }
      },
      facts: () => facts,
      keepFacts: read => {
        facts = read
      },
    },
    ...over,
  }
  const code = books.taxCodes.find(one => one.name.startsWith('9%') || one.name === 'NON')
  return { sandbox, company, books, taxCode: found(code).id }
}

/** A bill as a person enters it by hand, like aBillToPost's but for its day. */
export async function enterByHand(stage: QuickbooksStage, number: string, over: object = {}): Promise<void> {
  const { sandbox, books, taxCode } = stage
  const vendor = found(books.vendors.find(one => one.displayName === KNOWN))
  const account = found(books.accounts.find(one => one.number === '310'))
  const line = {
    Description: 'Romaine',
    Amount: 10,
    DetailType: 'AccountBasedExpenseLineDetail',
    AccountBasedExpenseLineDetail: { AccountRef: { value: account.id }, TaxCodeRef: { value: taxCode } },
  }
  const bill = {
    DocNumber: number,
    TxnDate: '2025-01-31',
    VendorRef: { value: vendor.id },
    Line: [line],
    ...over,
  }
  await controlled(sandbox, 'POST', `/companies/${books.realmId}/bills`, { by: 'A person', bill })
}

/** A bill of aBillToPost with the tax code of the stage. */
export function billToMake(
  stage: QuickbooksStage | undefined,
  number: string,
  over: Parameters<typeof aBillToPost>[1] = {},
  line: object = {},
): BillToMake {
  const given = aBillToPost(number, over)
  const lines = given.lines.map(one => ({ ...one, taxCode: found(stage).taxCode, ...line }))
  const link = `http://localhost:4700/go/outlet-1/${encodeURIComponent(number)}`
  return { bill: BillToPost.parse({ ...given, lines }), link }
}

/** Plans a fault for the next batch. */
export async function planned({ sandbox }: QuickbooksStage, fault: object): Promise<void> {
  await controlled(sandbox, 'POST', '/faults', { match: { path: '/batch$' }, times: 1, fault })
}

/** Does to the sandbox what no app could. @throws with its words where it refuses */
export async function controlled(
  sandbox: RunningSandbox,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const answer = await sandbox.control(method, path, body)
  if (!answer.ok) throw new Error(await answer.text())
  return answer.status === 204 ? null : answer.json()
}
