/** What one check of the doctor found, in words for whoever runs the server. Holds no secret and no token. */
export interface Finding {
  about: 'Server' | 'Xero' | 'QuickBooks'
  check: string
  /** `skipped`: nothing to be checked there, and nothing wrong. */
  state: 'ok' | 'warning' | 'failed' | 'skipped'
  says: string
  /** What to do about it; null where there is nothing. */
  todo: string | null
}

/** A finding's maker for one part of the whole. */
export function findingsAbout(about: Finding['about']) {
  return (check: string, state: Finding['state'], says: string, todo: string | null = null): Finding => ({
    about,
    check,
    state,
    says,
    todo,
  })
}
