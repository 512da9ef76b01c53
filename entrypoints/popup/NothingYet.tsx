import { Button } from '#components/Button.tsx'
import { EmptyState } from '#components/EmptyState.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'

/** Before the first invoice was seen. */
export function NothingYet() {
  const { openTab } = useSurface()
  return (
    <EmptyState
      title="Nothing seen yet"
      actions={
        <Button look="primary" onClick={() => void openTab('https://www.foodrazor.com/')}>
          Open Foodrazor
        </Button>
      }
    >
      <p>
        Open your Foodrazor Invoices page. Clearcloud reads the invoices that it shows, says what each cloud
        means, and counts them here.
      </p>
    </EmptyState>
  )
}
