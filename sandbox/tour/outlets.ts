/** The look-alike's outlets, and the ledger organisation that each belongs to. */
export const organisationOf = {
  'Harbour Street Kitchen': 'Harbour Street Kitchen Pte Ltd',
  'Orchard Noodle House': 'Orchard Noodle House Pte Ltd',
  'Canal House Brasserie': 'Canal House Brasserie B.V.',
} as const
export type OutletName = keyof typeof organisationOf
