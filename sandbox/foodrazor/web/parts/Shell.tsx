import { type ReactNode, useState } from 'react'
import { get } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import { Link } from '../router.tsx'
import { Session } from '../schemas.ts'
import styles from './Shell.module.css'

const sections = [
  { title: 'Purchasing', links: [{ to: '/invoices', label: 'Invoices' }] },
  { title: 'Catalog', links: [{ to: '/catalog/products', label: 'Products' }] },
  { title: 'Group Settings', links: [{ to: '/settings/outlets', label: 'Outlets' }] },
]

/** The frame of every page: navigation on the left, help at the bottom right. */
export function Shell({ path, children }: { path: string; children: ReactNode }) {
  const session = useLoaded('session', () => get(Session, '/session'))
  return (
    <div className={styles.frame}>
      <nav className={styles.nav} aria-label="Main">
        <div className={styles.brand}>foodrazor</div>
        <div className={styles.group}>{session.value?.group.name}</div>
        {sections.map(section => (
          <div key={section.title} className={styles.section}>
            <div className={styles.title}>{section.title}</div>
            {section.links.map(link => (
              <Link
                key={link.to}
                href={link.to}
                className={path.startsWith(link.to) ? styles.current : styles.link}
                aria-current={path.startsWith(link.to) ? 'page' : undefined}
              >
                {link.label}
              </Link>
            ))}
          </div>
        ))}
        <div className={styles.user}>
          {session.value?.user.name}
          <span>{session.value?.user.role.toLowerCase()}</span>
        </div>
      </nav>
      <main className={styles.main}>{children}</main>
      <Help />
    </div>
  )
}

function Help() {
  const [open, setOpen] = useState(false)
  return (
    <>
      {open && (
        <div className={styles.help} role="dialog" aria-label="Help">
          <strong>Hi there!</strong>
          <p>This is a sandbox. Nobody sits at the other end of this chat.</p>
        </div>
      )}
      <button type="button" className={styles.chat} aria-label="Chat with us" onClick={() => setOpen(!open)}>
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path
            d="M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-6l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z"
            fill="currentColor"
          />
        </svg>
      </button>
    </>
  )
}
