import { amend } from '#lib/page/amend.ts'
import { type Feature, Profile } from '#lib/page/profile.ts'
import { switchedOff } from '#lib/page/switched-off.ts'
import type { Store } from '#lib/store/open.ts'
import { readSetting } from '#lib/store/settings.ts'

/** The profile that counts now, and what it switches off in this version of the extension. */
export interface CurrentProfile {
  profile: Profile
  off: ReadonlySet<Feature>
}

export interface Profiles {
  current(): Promise<CurrentProfile>
  /** Another one was stored. */
  renew(): void
}

/**
 * The newer of the profile that ships and the one that a server gave out, with what a person taught, from the store alone. What is stored
 * and is no profile any more, since an update asks more of one, does not count.
 * @param version the extension's own
 */
export function createProfiles(store: Store, shipped: Profile, version: string): Profiles {
  let known: Promise<CurrentProfile> | null = null

  async function read(): Promise<CurrentProfile> {
    const stored = await readSetting(store, 'profile')
    const given = stored && parseProfile(stored.text)
    const newer = given && given.version > shipped.version ? given : shipped
    const profile = amend(newer, await readSetting(store, 'taught'))
    return { profile, off: new Set(switchedOff(profile, version)) }
  }

  return {
    current() {
      const asked = known ?? read()
      known = asked
      // A store that could not be read once may well be read by the next who asks.
      asked.catch(() => {
        if (known === asked) known = null
      })
      return asked
    },
    renew() {
      known = null
    },
  }
}

/** A profile from its JSON; null where it is none. */
export function parseProfile(text: string): Profile | null {
  try {
    const parsed = Profile.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    // Not even JSON.
    return null
  }
}
