import { useState } from 'react'
import { post } from '../api.ts'
import { CloudIcon, cloudNames } from '../parts/CloudIcon.tsx'
import { useToast } from '../parts/toasts.tsx'
import { type ListedInvoice, OneListedInvoice } from '../schemas.ts'
import styles from './ExportCell.module.css'
import { ExportErrorDialog } from './ExportErrorDialog.tsx'
import { MissingGroupsDialog } from './MissingGroupsDialog.tsx'

/**
 * The cloud of one invoice: a click on blue exports it, a click on yellow tells what is missing, a double-click
 * on red tells what went wrong.
 */
export function ExportCell({ invoice, onActed }: { invoice: ListedInvoice; onActed: () => Promise<void> }) {
  const [dialog, setDialog] = useState<'missing' | 'error'>()
  const [busy, setBusy] = useState(false)
  const say = useToast()
  const status = invoice.exportStatus
  if (status === null) return null

  const send = async () => {
    setDialog(undefined)
    setBusy(true)
    try {
      const { invoice: after } = await post(OneListedInvoice, `/invoices/${invoice.id}/export`)
      const done = after.exportStatus === 'EXPORTED'
      say(
        done ? `${invoice.invoiceNo} was exported` : `${invoice.invoiceNo} could not be exported`,
        done ? 'plain' : 'bad',
      )
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), 'bad')
    }
    setBusy(false)
    await onActed()
  }
  const click = () => {
    if (status === 'READY') void send()
    if (status === 'MISSING_PRODUCT_GROUP') setDialog('missing')
  }

  return (
    <>
      <button
        type="button"
        className={busy ? styles.busy : styles.cell}
        title={cloudNames[status]}
        aria-label={cloudNames[status]}
        disabled={busy}
        onClick={click}
        onDoubleClick={() => status === 'FAILED' && setDialog('error')}
      >
        <CloudIcon status={status} />
      </button>
      {dialog === 'missing' && (
        <MissingGroupsDialog
          invoice={invoice}
          onClose={() => {
            setDialog(undefined)
            void onActed()
          }}
        />
      )}
      {dialog === 'error' && (
        <ExportErrorDialog invoice={invoice} onRetry={send} onClose={() => setDialog(undefined)} />
      )}
    </>
  )
}
