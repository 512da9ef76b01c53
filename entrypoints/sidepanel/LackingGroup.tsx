import { language, say, sayCount } from '#lib/words/say.ts'

/** Says where a group of this name is not known, so that nothing would be assigned there, and offers to create it. */
export function LackingGroup({
  name,
  outlets,
  busy,
  onCreate,
}: {
  name: string
  /** The names of the outlets that lack it, at least one. */
  outlets: readonly string[]
  busy: boolean
  onCreate: () => void
}) {
  const words = new Intl.ListFormat(language()).format(outlets)
  return (
    <div className="flex items-start gap-2 rounded-md bg-missing-soft px-2 py-1.5 text-sm">
      <p className="min-w-0 flex-1 wrap-anywhere">
        {sayCount('panel.group-lacking', outlets.length, { outlets: words, group: name })}
      </p>
      <button type="button" disabled={busy} onClick={onCreate} className="shrink-0 font-medium link">
        {say('panel.create-there')}
      </button>
    </div>
  )
}
