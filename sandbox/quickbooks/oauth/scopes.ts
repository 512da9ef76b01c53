const ACCOUNTING = 'com.intuit.quickbooks.accounting'

/** What a scope lets an app do, in the words of the consent page. */
const says: Record<string, string> = {
  [ACCOUNTING]: 'View and change your accounting data: bills, vendors, accounts, attachments',
  openid: 'Know who you are',
  profile: 'See your name',
  email: 'See your email address',
  phone: 'See your phone number',
  address: 'See your address',
}

/** Splits a scope parameter and names what nobody may ask for. */
export function readScopes(text: string): { scopes: string[]; refused: string[] } {
  const scopes = [...new Set(text.split(/\s+/).filter(Boolean))]
  return { scopes, refused: scopes.filter(scope => says[scope] === undefined) }
}

/** Whether these scopes reach into a company's books. */
export function wantsAccounting(scopes: readonly string[]): boolean {
  return scopes.includes(ACCOUNTING)
}

/** The sentences a person reads before allowing these scopes. */
export function scopeSentences(scopes: readonly string[]): string[] {
  return scopes.flatMap(scope => says[scope] ?? [])
}
