import { ConfirmDialog } from '#components/ConfirmDialog.tsx'
import type { Exporter, Outlet } from '#lib/domain/outlet.ts'

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
      title={`${ours ? 'Let Clearcloud export' : 'Give the export back to Foodrazor'}: ${outlet.name}`}
      confirm={ours ? 'Link and switch' : 'Switch to Foodrazor'}
      onCancel={onCancel}
      onConfirm={() => onConfirm(to)}
    >
      {ours ? (
        <>
          <p>
            First, the bills that already stand in the ledger are looked up and linked, so that none is made a
            second time. From then on Clearcloud’s status lies over Foodrazor’s cloud, and this outlet’s
            invoices go to its organisation by Clearcloud alone.
          </p>
          <p>
            Turn off the export in Foodrazor itself (Group Settings → Outlets → Integrations → Order Export
            Mode: Manual): two exporters would make two bills.
          </p>
          {outlet.connection?.ledger === 'quickbooks' && (
            <p>
              QuickBooks has no draft bills: every export is posted at once, as an open bill, and shows in its
              reports.
            </p>
          )}
        </>
      ) : (
        <p>
          Clearcloud stops sending this outlet’s invoices and explains Foodrazor’s own clouds again. Bills
          that Clearcloud made stay in the ledger, and Foodrazor does not know of them: exporting those
          invoices there would make second ones.
        </p>
      )}
    </ConfirmDialog>
  )
}
