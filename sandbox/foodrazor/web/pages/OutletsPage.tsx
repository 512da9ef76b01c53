import { get } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import table from '../parts/table.module.css'
import { Link } from '../router.tsx'
import { Outlets } from '../schemas.ts'
import { modeNames } from './IntegrationPage.tsx'

/** Group Settings → Outlets. */
export function OutletsPage() {
  const outlets = useLoaded('outlets', () => get(Outlets, '/outlets'))
  return (
    <div className={table.page}>
      <h1>Outlets</h1>
      {outlets.error && <p className={table.bad}>{outlets.error}</p>}
      <div className={table.card}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              <th scope="col">Currency</th>
              <th scope="col">Order Export Mode</th>
              <th scope="col">Settings</th>
            </tr>
          </thead>
          <tbody>
            {outlets.value?.outlets.map(outlet => (
              <tr key={outlet.id}>
                <td>{outlet.name}</td>
                <td>{outlet.currency}</td>
                <td>{modeNames[outlet.integration.orderExportMode]}</td>
                <td>
                  <Link href={`/settings/outlets/${outlet.id}/integrations`}>Integrations</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
