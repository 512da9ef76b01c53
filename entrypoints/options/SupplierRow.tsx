import { Button } from '#components/Button.tsx'
import { Combobox } from '#components/Combobox.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { Sentence, slot } from '#components/Sentence.tsx'
import { useAsk } from '#components/use-ask.ts'
import type { ContactId } from '#lib/domain/ids.ts'
import type { Contact } from '#lib/domain/ledger-lists.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import type { SupplierOfOutlet } from '#lib/store/queries/suppliers-of.ts'
import type { ContactSuggestion } from '#lib/suggest/suggest-contact.ts'
import { say } from '#lib/words/say.ts'

const byName = { id: '', name: say('options.by-its-name') }

/** Where the bills of a supplier go that nobody linked; nothing to say where it is to the contact of its very name. */
function Outlook({ match, name }: Pick<ContactSuggestion, 'match'> & { name: string }) {
  switch (match.kind) {
    case 'found':
      if (match.contact.name === name) return null
      return (
        <p className="mt-1 text-sm text-muted">
          <Sentence
            words={say('options.goes-to', { contact: slot('contact') })}
            slots={{ contact: <bdi>{match.contact.name}</bdi> }}
          />
        </p>
      )
    case 'ambiguous':
      return <p className="mt-1 text-sm text-failed-ink">{say('options.several')}</p>
    case 'archived':
      return (
        <p className="mt-1 text-sm text-failed-ink">
          <Sentence
            words={say('options.archived', { contact: slot('contact') })}
            slots={{ contact: <bdi>{match.contact.name}</bdi> }}
          />
        </p>
      )
    case 'none':
    case 'gone':
      return <p className="mt-1 text-sm text-muted">{say('options.new-contact')}</p>
  }
}

/** A supplier with the picker of its contact. */
export function SupplierRow({
  supplier,
  outlet,
  contacts,
  suggestion,
}: {
  supplier: SupplierOfOutlet
  outlet: Outlet
  contacts: readonly Contact[]
  suggestion: ContactSuggestion | null
}) {
  const { busy, outcome, send } = useAsk()
  const link = (contactId: ContactId | null) =>
    void send('link-contact', { outletId: outlet.id, supplierId: supplier.id, contactId })
  const { contact, contactId } = supplier
  const archived = contact !== null && !contact.active
  return (
    <tr className="border-b border-line/60 align-baseline">
      <th scope="row" className="py-1.5 pr-3 text-left font-normal">
        <bdi className="wrap-anywhere">{supplier.name}</bdi>
        {archived && <p className="text-sm text-failed-ink">{say('options.its-archived')}</p>}
        <OutcomeLine outcome={outcome} />
      </th>
      <td className="py-1.5">
        <div className="flex items-center gap-2">
          <Combobox
            label={say('options.contact-of', { supplier: supplier.name })}
            options={[byName, ...contacts]}
            disabled={outlet.connection === null || busy !== null}
            value={contactId === null ? byName : { id: contactId, name: contact?.name ?? contactId }}
            onChoose={id => link(contacts.find(other => other.id === id)?.id ?? null)}
          />
        </div>
        {outlet.connection !== null && suggestion && <Outlook {...suggestion} name={supplier.name} />}
        {suggestion?.contacts.map(({ id, name }) => (
          <Button
            key={id}
            look="quiet"
            className="mt-1 text-sm"
            busy={busy !== null}
            onClick={() => link(id)}
          >
            {say('options.link-to', { contact: name })}
          </Button>
        ))}
      </td>
    </tr>
  )
}
