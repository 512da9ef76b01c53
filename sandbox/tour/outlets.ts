/** The look-alike's outlets, and where each keeps its books: the ledger's name and its organisation there. */
export const booksOf = {
  'Harbour Street Kitchen': { ledger: 'Xero', organisation: 'Harbour Street Kitchen Pte Ltd' },
  'Orchard Noodle House': { ledger: 'QuickBooks', organisation: 'Orchard Noodle House Pte Ltd' },
  'Canal House Brasserie': { ledger: 'Xero', organisation: 'Canal House Brasserie B.V.' },
} as const
export type OutletName = keyof typeof booksOf
export const outletNames = Object.keys(booksOf) as OutletName[]

/** The organisations that keep their books in a ledger. */
export function organisationsIn(ledger: (typeof booksOf)[OutletName]['ledger']): string[] {
  return Object.values(booksOf).flatMap(books => (books.ledger === ledger ? [books.organisation] : []))
}
