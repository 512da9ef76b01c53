import { type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import styles from './Dialog.module.css'

/** A modal dialog at the end of the page; Esc or the cross closes it. */
export function Dialog(props: {
  title: string
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
}) {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    element.current?.showModal()
  }, [])
  return createPortal(
    <dialog ref={element} className={styles.dialog} aria-label={props.title} onClose={props.onClose}>
      <header className={styles.head}>
        <h2>{props.title}</h2>
        <button type="button" className={styles.close} aria-label="Close" onClick={props.onClose}>
          ×
        </button>
      </header>
      <div className={styles.body}>{props.children}</div>
      {props.actions && <footer className={styles.actions}>{props.actions}</footer>}
    </dialog>,
    document.body,
  )
}
