import type { LedgerLists } from '#lib/domain/ledger-lists.ts'
import { createPace } from '#server/ledger/pace.ts'
import { LedgerTrouble } from '#server/ledger/port.ts'
import { xeroApi } from '#server/ledger/xero/xero-api.ts'
import { readXeroLists } from '#server/ledger/xero/xero-lists.ts'
import type { XeroOrganisation } from '#server/ledger/xero/xero-organisation.ts'
import { connected } from '#tests/sandbox/xero/consent.ts'
import { type RunningSandbox, runSandbox } from '#tests/sandbox/xero/running-sandbox.ts'

export const KNOWN = 'Green Acre Produce'
export const ARCHIVED = 'Old Mill Dairy'

/** One organisation (Harbour Street unless told) of a sandbox of its own, reached over HTTP as the server reaches Xero. */
export interface XeroStage {
  sandbox: RunningSandbox
  organisation: XeroOrganisation
  tenant: string
}

export async function xeroStage(over: Partial<XeroOrganisation> = {}, name = 'Harbour'): Promise<XeroStage> {
  const sandbox = await runSandbox({
    clock: () => new Date(),
    suppliers: [KNOWN, ARCHIVED, 'Blue Pier Fish'],
    archived: [ARCHIVED],
    limits: { concurrent: 5, minute: 10_000, day: 100_000, appMinute: 10_000 },
  })
  const { tenantId: tenant } = sandbox.organisation(name)
  const tokens = await connected(sandbox)
  let lists: LedgerLists | null = null
  const organisation: XeroOrganisation = {
    api: xeroApi(sandbox.origin, tokens.access_token).api,
    tenant,
    appUrl: sandbox.origin,
    pace: createPace(),
    patient: false,
    token: () => tokens.access_token,
    renewToken: async () => {
      throw new LedgerTrouble('connection-lost', 'There is no other token here')
    },
    known: {
      read: async () => {
        lists ??= await readXeroLists(organisation)
        return lists
      },
      keepContacts: async contacts => {
        if (lists) lists = { ...lists, contacts: [...contacts] }
      },
    },
    ...over,
  }
  return { sandbox, organisation, tenant }
}

/** A bill as a person enters it by hand, like aBillToPost's but for its day. */
export async function enterByHand({ sandbox, tenant }: XeroStage, number: string): Promise<void> {
  const line = { Description: 'Romaine', Quantity: 2, UnitAmount: 5, AccountCode: '310', TaxType: 'INPUTY24' }
  const bill = {
    Type: 'ACCPAY',
    Status: 'DRAFT',
    InvoiceNumber: number,
    Date: '2025-01-31',
    Contact: { Name: KNOWN },
    LineItems: [line],
  }
  const answer = await sandbox.control('POST', `/organisations/${tenant}/bills`, { by: 'A person', bill })
  if (!answer.ok) throw new Error(await answer.text())
}
