import type { Profile } from './profile.ts'

/** Whether a profile is for the page at this origin (`https://app.example.com`). */
export function isFor({ match }: Pick<Profile, 'match'>, origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { hostname } = new URL(origin)
  return match.some(host =>
    host.startsWith('*.')
      ? hostname === host.slice(2) || hostname.endsWith(host.slice(1))
      : hostname === host,
  )
}
