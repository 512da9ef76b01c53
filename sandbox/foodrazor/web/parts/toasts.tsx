import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import styles from './toasts.module.css'

type Say = (message: string, tone?: 'plain' | 'bad') => void

const Context = createContext<Say>(() => undefined)

/** Says something at the foot of the page for a few seconds. */
export const useToast = () => useContext(Context)

export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<{ key: number; message: string; tone: 'plain' | 'bad' }[]>([])
  const say = useCallback<Say>((message, tone = 'plain') => {
    const key = performance.now()
    setToasts(shown => [...shown.slice(-2), { key, message, tone }])
    setTimeout(() => setToasts(shown => shown.filter(toast => toast.key !== key)), 5000)
  }, [])
  return (
    <Context value={say}>
      {children}
      <div className={styles.toasts} role="status">
        {toasts.map(toast => (
          <div key={toast.key} className={toast.tone === 'bad' ? styles.bad : styles.plain}>
            {toast.message}
          </div>
        ))}
      </div>
    </Context>
  )
}
