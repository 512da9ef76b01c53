/**
 * What each account is called by in a mapping: its number where it has one of its own, else its id. Numbers are
 * optional in QuickBooks and may be used twice; an id that is another account's number is told apart.
 */
export function accountCodes(
  accounts: readonly { Id: string; AcctNum?: string | null | undefined }[],
): Map<string, string> {
  const bearers = new Map<string, number>()
  for (const { AcctNum } of accounts) {
    if (AcctNum) bearers.set(AcctNum, (bearers.get(AcctNum) ?? 0) + 1)
  }
  return new Map(
    accounts.map(({ Id, AcctNum }) => {
      if (AcctNum && bearers.get(AcctNum) === 1) return [Id, AcctNum]
      return [Id, bearers.has(Id) ? `id ${Id}` : Id]
    }),
  )
}
