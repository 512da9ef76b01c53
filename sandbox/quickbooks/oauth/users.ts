/** An invented person who can sign in to the ledger; there are no passwords in a sandbox. */
export type User = { id: string; givenName: string; familyName: string; email: string }

export const users: readonly User[] = [
  {
    id: '1182d6ec-2a1f-4aa3-af3f-bb3b95db45a1',
    givenName: 'Sandbox',
    familyName: 'Owner',
    email: 'owner@example.com',
  },
  {
    id: '1182d6ec-2a1f-4aa3-af3f-bb3b95db45a2',
    givenName: 'Sandbox',
    familyName: 'Accountant',
    email: 'accountant@example.com',
  },
]

/** The person with this id, if the sandbox knows one. */
export function userById(id: string): User | undefined {
  return users.find(user => user.id === id)
}
