import type { Asking } from '#components/use-ask.ts'

/** Takes back what was just done. */
export function UndoButton({ activityId, asking }: { activityId: number; asking: Asking }) {
  return (
    <button
      type="button"
      disabled={asking.busy !== null}
      onClick={() => void asking.send('undo', { activityId })}
      className="shrink-0 font-medium text-accent hover:underline"
    >
      Undo
    </button>
  )
}
