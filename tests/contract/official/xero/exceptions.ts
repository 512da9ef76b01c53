import type { JsonSchema } from './contract.ts'

/** Where the wire is known to differ from Xero's contract. */
export interface Exception {
  /** The schema of the contract that lacks something. */
  schemas: readonly string[]
  /** Properties that it lacks, with the schema that they should have. */
  lacks: Record<string, JsonSchema>
  why: string
}

const moment: JsonSchema = { type: 'string', 'x-is-msdate-time': true }
/** A time without its zone, which is UTC. */
const readable: JsonSchema = { type: 'string', format: 'iso-date-time' }
const errors: JsonSchema = { type: 'array', items: { $ref: '#/components/schemas/ValidationError' } }

const lists = [
  'Accounts',
  'Attachments',
  'Contacts',
  'CreditNotes',
  'Currencies',
  'HistoryRecords',
  'Invoices',
  'Organisations',
  'TaxRates',
  'TrackingCategories',
]

/** Of answers alone: what our server sends has to be in the contract as it stands. */
export const ofAnswers: readonly Exception[] = [
  {
    schemas: lists,
    lacks: {
      Id: { type: 'string', format: 'uuid' },
      Status: { type: 'string', enum: ['OK'] },
      ProviderName: { type: 'string' },
      DateTimeUTC: moment,
    },
    why: 'every list comes in an envelope, which the examples of the contract have and its schemas lack',
  },
  {
    schemas: ['Invoice', 'CreditNote'],
    lacks: { DateString: readable, DueDateString: readable },
    why: 'dates come a second time in a form that people can read; the examples of the contract have them',
  },
  {
    schemas: ['HistoryRecord'],
    lacks: { DateUTCString: readable },
    why: 'as with other dates',
  },
  {
    schemas: ['LineItem'],
    lacks: { ValidationErrors: errors },
    why: 'lines of a document come with errors of their own; the examples of the contract have them',
  },
  {
    schemas: ['AccessToken'],
    lacks: { scope: { type: 'string' } },
    why: 'OAuth 2 tells what was granted (RFC 6749, 5.1)',
  },
]

/**
 * Words of the schemas that are passed over in an element which was refused. `Error` has it by its id alone; as the
 * examples of the contract show, it comes back whole and as it was sent: with the number that was too long, or with
 * the type that does not exist.
 */
export const ofRefused = ['enum', 'maxLength']
