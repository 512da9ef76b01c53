import { useState } from 'react'
import { get, patch } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import table from '../parts/table.module.css'
import { useToast } from '../parts/toasts.tsx'
import { Link } from '../router.tsx'
import { type Integration, OneIntegration } from '../schemas.ts'

type Mode = Integration['orderExportMode']

export const modeNames: Readonly<Record<Mode, string>> = {
  MANUAL: 'Manual',
  PRODUCT_GROUPS_REQUIRED: 'Product Groups Settings Required (recommended)',
  AUTOMATIC: 'Automatic',
}

const providerNames: Readonly<Record<Integration['provider'], string>> = {
  xero: 'Xero',
  quickbooks: 'QuickBooks Online',
}

/** One outlet's integrations: Account Info with the Order Export Mode, and the Chart of Accounts mapping. */
export function IntegrationPage({ id, part }: { id: string; part: string | undefined }) {
  const [tab, setTab] = useState<'account' | 'chart'>('account')
  const say = useToast()
  const path = `/outlets/${encodeURIComponent(id)}/integration`
  const loaded = useLoaded(path, () => get(OneIntegration, path))
  const integration = loaded.value?.integration
  if (!integration) return <p className={table.page}>{loaded.error ?? 'Loading…'}</p>
  const save = async (change: object) => {
    try {
      await patch(OneIntegration, path, change)
      say('Settings saved')
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), 'bad')
    }
    await loaded.reload()
  }
  return (
    <div className={table.page}>
      <Link href="/settings/outlets">← Outlets</Link>
      <h1>{integration.outlet.name}</h1>
      {part === undefined ? (
        <p>
          <Link href={`/settings/outlets/${id}/integrations`}>Integrations</Link>
        </p>
      ) : (
        <>
          <h2 style={{ marginTop: 16 }}>Integrations · {providerNames[integration.provider]}</h2>
          <div className={table.tabs} role="tablist">
            {(['account', 'chart'] as const).map(name => (
              <button
                key={name}
                type="button"
                role="tab"
                aria-selected={tab === name}
                className={table.tab}
                onClick={() => setTab(name)}
              >
                {name === 'account' ? 'Account Info' : 'Chart of Accounts'}
              </button>
            ))}
          </div>
          {tab === 'account' ? (
            <AccountInfo integration={integration} onSave={save} />
          ) : (
            <ChartOfAccounts integration={integration} onSave={save} />
          )}
        </>
      )}
    </div>
  )
}

interface TabProps {
  integration: Integration
  onSave: (change: object) => Promise<void>
}

function AccountInfo({ integration, onSave }: TabProps) {
  return (
    <section className={table.card}>
      <dl className={table.facts}>
        <dt>Status</dt>
        <dd>{integration.status === 'CONNECTED' ? 'Connected' : 'Disconnected'}</dd>
        <dt>Organisation</dt>
        <dd>{integration.organisation}</dd>
        <dt>Order Export Mode</dt>
        <dd>
          <select
            aria-label="Order Export Mode"
            value={integration.orderExportMode}
            onChange={event => void onSave({ orderExportMode: event.target.value })}
          >
            {integration.orderExportModes.map(mode => (
              <option key={mode} value={mode}>
                {modeNames[mode]}
              </option>
            ))}
          </select>
        </dd>
      </dl>
    </section>
  )
}

function ChartOfAccounts({ integration, onSave }: TabProps) {
  return (
    <section className={table.card}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Product Group</th>
            <th scope="col">Account</th>
          </tr>
        </thead>
        <tbody>
          {integration.accountMapping.map(({ productGroup, account }) => (
            <tr key={productGroup.id}>
              <td>{productGroup.name}</td>
              <td>
                <select
                  aria-label={`Account of ${productGroup.name}`}
                  value={account?.code ?? ''}
                  onChange={event =>
                    void onSave({
                      accountMapping: [
                        { productGroupId: productGroup.id, accountCode: event.target.value || null },
                      ],
                    })
                  }
                >
                  <option value="">Not mapped</option>
                  {integration.chartOfAccounts.map(option => (
                    <option key={option.code} value={option.code}>
                      {option.code} {option.name}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
