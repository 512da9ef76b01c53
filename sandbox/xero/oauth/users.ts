/** An invented person who can sign in to the ledger; there are no passwords in a sandbox. */
export type User = { id: string; givenName: string; familyName: string; email: string }

export const users: readonly User[] = [
  {
    id: '6e0d9f1a-5b7c-4c3e-9a11-0c2f4b8d7e01',
    givenName: 'Sandbox',
    familyName: 'Admin',
    email: 'admin@example.com',
  },
  {
    id: '6e0d9f1a-5b7c-4c3e-9a11-0c2f4b8d7e02',
    givenName: 'Sandbox',
    familyName: 'Bookkeeper',
    email: 'bookkeeper@example.com',
  },
]

/** The person with this id, if the sandbox knows one. */
export function userById(id: string): User | undefined {
  return users.find(user => user.id === id)
}
