import { get } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import table from '../parts/table.module.css'
import { type ListedInvoice, OneInvoice } from '../schemas.ts'

/** What went wrong with an export, and Retry. */
export function ExportErrorDialog(props: {
  invoice: ListedInvoice
  onRetry: () => void
  onClose: () => void
}) {
  const loaded = useLoaded(props.invoice.id, () => get(OneInvoice, `/invoices/${props.invoice.id}`))
  return (
    <Dialog
      title={`Export error · ${props.invoice.invoiceNo}`}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>Close</Button>
          <Button strong onClick={props.onRetry}>
            Retry
          </Button>
        </>
      }
    >
      <p className={table.bad}>{loaded.error ?? loaded.value?.invoice.exportError ?? 'Loading…'}</p>
    </Dialog>
  )
}
