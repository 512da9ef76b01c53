import type { ButtonHTMLAttributes } from 'react'
import styles from './Button.module.css'

/** A button; `strong` for the one that does what the page is for. */
export function Button({ strong, ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { strong?: boolean }) {
  return <button type="button" className={strong ? styles.strong : styles.button} {...rest} />
}
