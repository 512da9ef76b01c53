import { say } from '#lib/words/say.ts'
import { Button } from './Button.tsx'

/** The way back from a screen that took another's place. Takes the focus: what was pressed to come here is gone. */
export function BackButton({ onClick }: { onClick: () => void }) {
  return (
    <Button look="quiet" onClick={onClick} autoFocus className="-ml-2 shrink-0">
      {say('common.back')}
    </Button>
  )
}
