import type { AccountCode, ContactId, GroupId } from '#lib/domain/ids.ts'
import type { Mapping } from '#lib/domain/mapping.ts'

/** A mapping from plain names: `aMapping({ groups: { Romaine: 'Vegetables' }, accounts: { Vegetables: '310' } })`. */
export function aMapping({
  groups = {},
  accounts = {},
  contacts = {},
}: {
  groups?: Record<string, string>
  accounts?: Record<string, string>
  contacts?: Record<string, string>
} = {}): Mapping {
  return {
    groupOf(product) {
      const name = groups[product.replace(/^p-/, '')]
      return name === undefined ? undefined : { id: `g-${name}` as GroupId, name }
    },
    accountOf: group => accounts[group.replace(/^g-/, '')] as AccountCode | undefined,
    contactOf: supplier => contacts[supplier] as ContactId | undefined,
  }
}
