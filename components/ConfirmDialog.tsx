import { AlertDialog } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { say } from '#lib/words/say.ts'
import { Button } from './Button.tsx'

/**
 * Asks before something that is not easily taken back, with the focus on *Cancel*. Esc and Cancel leave all as it
 * is; the focus goes back where it was.
 */
export function ConfirmDialog({
  title,
  children,
  confirm,
  danger = false,
  disabled = false,
  onCancel,
  onConfirm,
}: {
  title: string
  children: ReactNode
  /** What the button says that does it. */
  confirm: string
  danger?: boolean
  disabled?: boolean
  onCancel: () => void
  onConfirm: () => void
}) {
  // Opened by whoever draws it and by no trigger of its own, it must itself know where the focus came from.
  const [from] = useState(() => document.activeElement)
  return (
    <AlertDialog.Root open onOpenChange={open => !open && onCancel()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-10 bg-[oklch(0.2_0.02_255/0.45)]" />
        <AlertDialog.Content
          onCloseAutoFocus={event => {
            event.preventDefault()
            if (from instanceof HTMLElement) from.focus()
          }}
          className="fixed top-1/2 left-1/2 z-10 flex w-[min(30rem,calc(100vw-2rem))] -translate-1/2 flex-col gap-3 rounded-lg border border-line bg-raised p-5 shadow-xl"
        >
          <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="flex flex-col gap-2">{children}</div>
          </AlertDialog.Description>
          <div className="flex flex-wrap justify-end gap-2 pt-1">
            <AlertDialog.Cancel asChild>
              <Button>{say('common.cancel')}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look={danger ? 'danger' : 'primary'} disabled={disabled} onClick={onConfirm}>
                {confirm}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
