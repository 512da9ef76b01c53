import { createQuickbooksLedger } from '#server/ledger/quickbooks/quickbooks-ledger.ts'
import { ledgerContract } from './ledger.ts'
import { controlled, enterByHand, INACTIVE, KNOWN, quickbooksStage } from './quickbooks-stage.ts'

ledgerContract('QuickBooks', async () => {
  const stage = await quickbooksStage()
  const { sandbox, company, books, taxCode } = stage
  const statuses = { fixed: 'PAID', deleted: 'DELETED' }
  return {
    ledger: createQuickbooksLedger(company),
    drafts: false,
    taxCode,
    codes: { account: 'account-unknown', contact: 'vendor-unknown', archived: 'vendor-inactive' },
    fixed: 'paid',
    known: KNOWN,
    archived: INACTIVE,
    enter: number => enterByHand(stage, number),
    set: async (bill, status) => {
      await controlled(sandbox, 'PATCH', `/companies/${books.realmId}/bills/${bill}`, {
        status: statuses[status],
      })
    },
    standing: async number => {
      const path = `/companies/${books.realmId}/bills?number=${encodeURIComponent(number)}`
      return ((await controlled(sandbox, 'GET', path)) as { bills: unknown[] }).bills.length
    },
    close: () => sandbox.close(),
  }
})
