const identity = ['openid', 'profile', 'email', 'offline_access']

const granular = [
  'accounting.invoices',
  'accounting.invoices.read',
  'accounting.contacts',
  'accounting.contacts.read',
  'accounting.settings',
  'accounting.settings.read',
  'accounting.attachments',
  'accounting.attachments.read',
]

/** What a scope lets an app do, in the words of the consent page. */
const says: Record<string, string> = {
  'accounting.invoices': 'View and manage your bills and credit notes',
  'accounting.contacts': 'View and manage your contacts',
  'accounting.settings': 'View and manage your organisation settings',
  'accounting.attachments': 'View and manage your attachments',
}

/**
 * Splits a scope parameter and names what an app may not ask for: unknown scopes, and the broad ones
 * (`accounting.transactions`) that apps created since 2 March 2026 do not get.
 */
export function readScopes(text: string): { scopes: string[]; refused: string[] } {
  const scopes = [...new Set(text.split(/\s+/).filter(Boolean))]
  const known = [...identity, ...granular]
  return { scopes, refused: scopes.filter(scope => !known.includes(scope)) }
}

/** Whether these scopes reach into an organisation's books at all. */
export function wantsOrganisations(scopes: readonly string[]): boolean {
  return scopes.some(scope => granular.includes(scope))
}

/** The sentences a person reads before allowing these scopes. */
export function scopeSentences(scopes: readonly string[]): string[] {
  return scopes.flatMap(scope => {
    const sentence = says[scope.replace(/\.read$/, '')]
    if (!sentence) return []
    return [scope.endsWith('.read') ? sentence.replace('View and manage', 'View') : sentence]
  })
}

/** Whether granted scopes permit reading (or writing) under an area such as `invoices`. */
export function permits(scopes: readonly string[], area: string, writes: boolean): boolean {
  if (scopes.includes(`accounting.${area}`)) return true
  return !writes && scopes.includes(`accounting.${area}.read`)
}
