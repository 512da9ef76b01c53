import { z } from 'zod'
import { Contact } from '#lib/domain/ledger-lists.ts'
import { Currency } from '#lib/domain/money.ts'
import { readBody } from './read-body.ts'
import { PAGE, type XeroOrganisation } from './xero-organisation.ts'

const XeroContact = z.looseObject({
  contactID: z.string(),
  name: z.string().default(''),
  contactStatus: z.string().optional(),
  taxNumber: z.string().nullish(),
  emailAddress: z.string().nullish(),
  defaultCurrency: z.coerce.string().nullish(),
})

/** All contacts, archived ones too, a thousand a call: a name that is taken by one is not free. */
export async function readContacts(xero: XeroOrganisation): Promise<Contact[]> {
  const all: Contact[] = []
  for (let page = 1; ; page += 1) {
    const { contacts = [] } = await readBody(xero, () =>
      xero.api.getContacts(
        xero.tenant,
        undefined,
        undefined,
        undefined,
        undefined,
        page,
        true,
        true,
        undefined,
        PAGE,
      ),
    )
    for (const one of z.array(XeroContact).parse(contacts)) {
      all.push(
        Contact.parse({
          id: one.contactID,
          name: one.name,
          active: (one.contactStatus ?? 'ACTIVE') === 'ACTIVE',
          taxNumber: one.taxNumber || null,
          email: one.emailAddress || null,
          currency: Currency.safeParse(one.defaultCurrency).data ?? null,
        }),
      )
    }
    if (contacts.length < PAGE) return all
  }
}
