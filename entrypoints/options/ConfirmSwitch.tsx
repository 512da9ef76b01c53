import { ConfirmDialog } from '#components/ConfirmDialog.tsx'
import type { Exporter, Outlet } from '#lib/domain/outlet.ts'
import { say } from '#lib/words/say.ts'

/** Says what changing the exporter means, before it is changed. */
export function ConfirmSwitch({
  outlet,
  to,
  onCancel,
  onConfirm,
}: {
  outlet: Outlet
  /** Null: nothing to confirm. */
  to: Exporter | null
  onCancel: () => void
  onConfirm: (to: Exporter) => void
}) {
  if (to === null) return null
  const ours = to === 'clearcloud'
  return (
    <ConfirmDialog
      title={say(ours ? 'options.let-us' : 'options.give-back', { outlet: outlet.name })}
      confirm={say(ours ? 'options.link-switch' : 'options.switch-back')}
      onCancel={onCancel}
      onConfirm={() => onConfirm(to)}
    >
      {ours ? (
        <>
          <p>{say('options.let-us-links')}</p>
          <p>{say('options.let-us-turn-off')}</p>
          {outlet.connection?.ledger === 'quickbooks' && <p>{say('options.no-drafts')}</p>}
        </>
      ) : (
        <p>{say('options.give-back-says')}</p>
      )}
    </ConfirmDialog>
  )
}
