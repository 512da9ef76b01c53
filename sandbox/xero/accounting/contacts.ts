import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Contact, Organisation } from '../books/organisation.ts'
import { ARCHIVED_CONTACT, nameHolder, nameTaken } from '../documents/contact-rules.ts'
import type { Sandbox, SandboxEnv } from '../sandbox.ts'
import { contactWire } from './contact-wire.ts'
import { envelope, ZERO_ID } from './envelope.ts'
import { NotFound } from './errors.ts'
import { filtered, listed, page } from './list-query.ts'
import { readElements } from './read-body.ts'
import { type Element, writeAnswer } from './write-answer.ts'

const ContactInput = z.object({
  ContactID: z.guid().optional(),
  ContactNumber: z.string().max(50).optional(),
  AccountNumber: z.string().max(50).optional(),
  Name: z.string().trim().optional(),
  EmailAddress: z.string().max(255).optional(),
  TaxNumber: z.string().max(50).optional(),
  ContactStatus: z.enum(['ACTIVE', 'ARCHIVED']).optional(),
  IsSupplier: z.boolean().optional(),
})
type ContactInput = z.infer<typeof ContactInput>

/** `/Contacts`: list, one, PUT (create) and POST (update by id, number or name, else create). */
export function contactRoutes(sandbox: Sandbox): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()

  app.get('/Contacts', c => {
    const query = c.req.query()
    const ids = listed(query.IDs)?.map(id => id.toLowerCase())
    const term = query.searchTerm?.toLowerCase()
    const found = c.var.organisation.contacts.filter(
      contact =>
        (query.includeArchived === 'true' || ids !== undefined || contact.status === 'ACTIVE') &&
        (ids === undefined || ids.includes(contact.contactId)) &&
        (term === undefined || matches(contact, term)),
    )
    const wire = filtered(c, found.map(contactWire))
    if (query.page === undefined) return envelope(c, sandbox.clock(), 'Contacts', wire)
    const { items, pagination } = page(wire, query.page, query.pageSize)
    return envelope(c, sandbox.clock(), 'Contacts', items, { pagination })
  })

  app.get('/Contacts/:id', c => {
    const found = c.var.organisation.contacts.find(one => one.contactId === c.req.param('id').toLowerCase())
    if (!found) throw new NotFound()
    return envelope(c, sandbox.clock(), 'Contacts', [contactWire(found)])
  })

  const write = async (c: Context<SandboxEnv>, find: typeof upserted): Promise<Response> => {
    const inputs = await readElements(c, 'Contacts', ContactInput)
    const targets = inputs.map(input => find(c.var.organisation, input))
    const elements = inputs.map((input, index): Element => {
      const existing = targets[index] ?? find(c.var.organisation, input)
      return writeContact(c.var.organisation, input, existing, sandbox.clock())
    })
    return writeAnswer(c, sandbox, 'Contacts', elements)
  }
  app.put('/Contacts', c => write(c, () => undefined))
  app.post('/Contacts', c => write(c, upserted))
  return app
}

function matches(contact: Contact, term: string): boolean {
  const { name, emailAddress, contactNumber = '', accountNumber = '' } = contact
  return [name, emailAddress, contactNumber, accountNumber].some(text => text.toLowerCase().includes(term))
}

/** The contact a POST means. @throws NotFound for an id that nobody has */
function upserted(organisation: Organisation, input: ContactInput): Contact | undefined {
  if (input.ContactID !== undefined) {
    const id = input.ContactID.toLowerCase()
    const known = organisation.contacts.find(one => one.contactId === id)
    if (!known) throw new NotFound()
    return known
  }
  return (
    (input.ContactNumber
      ? organisation.contacts.find(one => one.contactNumber === input.ContactNumber)
      : undefined) ?? (input.Name ? nameHolder(organisation, input.Name) : undefined)
  )
}

function writeContact(
  organisation: Organisation,
  input: ContactInput,
  existing: Contact | undefined,
  now: Date,
): Element {
  const errors = contactErrors(organisation, input, existing)
  if (errors.length > 0) {
    return { errors, wire: { ...input, ContactID: existing?.contactId ?? ZERO_ID } }
  }
  const contact: Contact = existing ?? {
    contactId: randomUUID(),
    name: '',
    status: 'ACTIVE',
    emailAddress: '',
    isSupplier: false,
    isCustomer: false,
    updatedAt: now,
  }
  contact.updatedAt = now
  if (input.Name) contact.name = input.Name
  if (input.ContactStatus) contact.status = input.ContactStatus
  if (input.IsSupplier !== undefined) contact.isSupplier = input.IsSupplier
  if (input.EmailAddress !== undefined) contact.emailAddress = input.EmailAddress
  if (input.AccountNumber !== undefined) contact.accountNumber = input.AccountNumber
  if (input.ContactNumber !== undefined) contact.contactNumber = input.ContactNumber
  if (input.TaxNumber !== undefined) contact.taxNumber = input.TaxNumber
  if (!existing) organisation.contacts.push(contact)
  return { errors: [], wire: contactWire(contact) }
}

function contactErrors(
  organisation: Organisation,
  input: ContactInput,
  existing: Contact | undefined,
): string[] {
  const errors: string[] = []
  if (existing?.status === 'ARCHIVED') errors.push(ARCHIVED_CONTACT)
  if (!existing && !input.Name) errors.push('The contact name cannot be empty')
  if (input.Name && input.Name.length > 255)
    errors.push('The contact name must not be more than 255 characters long.')
  if (input.Name && nameHolder(organisation, input.Name, existing)) errors.push(nameTaken(input.Name))
  return errors
}
