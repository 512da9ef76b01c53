import type { Company } from '../books/company.ts'
import { keepsBills, tracksClassesAndLocations } from '../books/plan.ts'
import { refuse } from './refusals.ts'
import type { TransactionInput } from './transaction-input.ts'

/** Refuses every write to a company whose subscription ended. @throws ApiFault 6190 */
export function checkSubscription(company: Company): void {
  if (company.subscription === 'ended') throw refuse.subscriptionEnded()
}

/** Refuses what the company's plan does not have. @throws ApiFault 5030 */
export function checkPlan(company: Company, input: TransactionInput): void {
  if (!keepsBills(company.plan)) throw refuse.featureNotSupported('Bills')
  if (tracksClassesAndLocations(company.plan)) return
  if (input.DepartmentRef !== undefined) throw refuse.featureNotSupported('Location tracking')
  for (const line of input.Line) {
    if (line.AccountBasedExpenseLineDetail?.ClassRef !== undefined) {
      throw refuse.featureNotSupported('Class tracking')
    }
    if (line.DetailType === 'ItemBasedExpenseLineDetail') {
      throw refuse.featureNotSupported('Item lines on bills')
    }
  }
}
