import { Button } from '#components/Button.tsx'
import { EmptyState } from '#components/EmptyState.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { say } from '#lib/words/say.ts'

/** Before the first invoice was seen. */
export function NothingYet() {
  const { openTab } = useSurface()
  return (
    <EmptyState
      title={say('common.nothing-seen')}
      actions={
        <Button look="primary" onClick={() => void openTab('https://www.foodrazor.com/')}>
          {say('common.open-foodrazor')}
        </Button>
      }
    >
      <p>{say('popup.nothing-says')}</p>
    </EmptyState>
  )
}
