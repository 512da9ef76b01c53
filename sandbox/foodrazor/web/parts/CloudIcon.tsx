import type { ExportStatus } from '../schemas.ts'
import styles from './CloudIcon.module.css'

/** The names that the help centre gives the clouds. */
export const cloudNames: Readonly<Record<ExportStatus, string>> = {
  READY: 'Ready to Export',
  EXPORTED: 'Exported Successfully',
  MISSING_PRODUCT_GROUP: 'Missing Product Group',
  FAILED: 'Export Failed',
}

const colours: Readonly<Record<ExportStatus, string | undefined>> = {
  READY: styles.blue,
  EXPORTED: styles.green,
  MISSING_PRODUCT_GROUP: styles.yellow,
  FAILED: styles.red,
}

export function CloudIcon({ status }: { status: ExportStatus }) {
  return (
    <svg className={colours[status]} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d="M19.35 10.04A7.49 7.49 0 0 0 12 4a7.5 7.5 0 0 0-6.65 4.04A6 6 0 0 0 6 20h13a5 5 0 0 0 .35-9.96z" />
    </svg>
  )
}
