import { useEffect } from 'react'
import { IntegrationPage } from './pages/IntegrationPage.tsx'
import { InvoicePage } from './pages/InvoicePage.tsx'
import { InvoicesPage } from './pages/InvoicesPage.tsx'
import { OutletsPage } from './pages/OutletsPage.tsx'
import { ProductsPage } from './pages/ProductsPage.tsx'
import { Shell } from './parts/Shell.tsx'
import { Toasts } from './parts/toasts.tsx'
import { navigate, usePath } from './router.tsx'

export function App() {
  const path = usePath()
  useEffect(() => {
    if (path === '/') navigate('/invoices')
  }, [path])
  return (
    <Toasts>
      <Shell path={path}>
        <Page path={path} />
      </Shell>
    </Toasts>
  )
}

function Page({ path }: { path: string }) {
  const [area, place, id, part] = path.split('/').slice(1)
  if (area === 'invoices') return place ? <InvoicePage key={place} id={place} /> : <InvoicesPage />
  if (area === 'catalog') return <ProductsPage />
  if (area === 'settings' && id) return <IntegrationPage key={id} id={id} part={part} />
  return area === 'settings' ? <OutletsPage /> : null
}
