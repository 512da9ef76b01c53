import { useEffect, useState } from 'react'
import { get, post } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import { Button } from '../parts/Button.tsx'
import { cloudNames } from '../parts/CloudIcon.tsx'
import { useToast } from '../parts/toasts.tsx'
import { ExportedAll, type ExportStatus, Invoices, Outlets } from '../schemas.ts'
import styles from './InvoicesPage.module.css'
import { InvoiceTable } from './InvoiceTable.tsx'

const pageSizes = ['25', '50', '100', '200', '500', 'all']
const refreshEvery = 15_000

export interface ListQuery {
  outletId: string
  search: string
  exportStatus: string
  sort: string
  dir: 'asc' | 'desc'
  page: number
  pageSize: string
}

const first: ListQuery = {
  outletId: '',
  search: '',
  exportStatus: '',
  sort: 'date',
  dir: 'desc',
  page: 1,
  pageSize: '50',
}

/** The Invoices page: what was bought, and how far each invoice has come on its way to the books. */
export function InvoicesPage() {
  const [query, setQuery] = useState(first)
  const [exporting, setExporting] = useState(false)
  const say = useToast()
  const outlets = useLoaded('outlets', () => get(Outlets, '/outlets'))
  const list = useLoaded(JSON.stringify(query), () => get(Invoices, '/invoices', { ...query }))
  const change = (part: Partial<ListQuery>) => setQuery(before => ({ ...before, page: 1, ...part }))

  const { reload } = list
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === 'visible') void reload()
    }
    const timer = setInterval(refresh, refreshEvery)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [reload])

  const exportAll = async () => {
    setExporting(true)
    try {
      const body = query.outletId ? { outletId: query.outletId } : {}
      const { exported, failed } = await post(ExportedAll, '/invoices/export-all', body)
      say(failed > 0 ? `${exported} exported, ${failed} failed` : `${exported} invoices exported`)
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), 'bad')
    }
    setExporting(false)
    await reload()
  }

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Invoices</h1>
        <Button strong onClick={exportAll} disabled={exporting}>
          {exporting ? 'Exporting…' : 'Export All'}
        </Button>
      </header>
      <div className={styles.filters}>
        <select
          aria-label="Outlet"
          value={query.outletId}
          onChange={event => change({ outletId: event.target.value })}
        >
          <option value="">All outlets</option>
          {outlets.value?.outlets.map(outlet => (
            <option key={outlet.id} value={outlet.id}>
              {outlet.name}
            </option>
          ))}
        </select>
        <input
          type="search"
          placeholder="Search invoice no. or supplier"
          value={query.search}
          onChange={event => change({ search: event.target.value })}
        />
        <select
          aria-label="Export status filter"
          value={query.exportStatus}
          onChange={event => change({ exportStatus: event.target.value })}
        >
          <option value="">Any status</option>
          {(Object.keys(cloudNames) as ExportStatus[]).map(status => (
            <option key={status} value={status}>
              {cloudNames[status]}
            </option>
          ))}
        </select>
      </div>
      {list.error && <p className={styles.bad}>{list.error}</p>}
      {list.value && (
        <InvoiceTable items={list.value.items} query={query} onChange={change} onActed={reload} />
      )}
      <Pager query={query} total={list.value?.total ?? 0} onChange={change} />
    </div>
  )
}

function Pager(props: { query: ListQuery; total: number; onChange: (part: Partial<ListQuery>) => void }) {
  const { page, pageSize } = props.query
  const size = pageSize === 'all' ? Math.max(1, props.total) : Number(pageSize)
  const pages = Math.max(1, Math.ceil(props.total / size))
  const from = props.total === 0 ? 0 : (page - 1) * size + 1
  return (
    <footer className={styles.pager}>
      <label>
        Rows per page{' '}
        <select value={pageSize} onChange={event => props.onChange({ pageSize: event.target.value })}>
          {pageSizes.map(option => (
            <option key={option} value={option}>
              {option === 'all' ? 'All' : option}
            </option>
          ))}
        </select>
      </label>
      <span>
        {from}–{Math.min(page * size, props.total)} of {props.total}
      </span>
      <Button disabled={page <= 1} onClick={() => props.onChange({ page: page - 1 })}>
        Previous
      </Button>
      <Button disabled={page >= pages} onClick={() => props.onChange({ page: page + 1 })}>
        Next
      </Button>
    </footer>
  )
}
