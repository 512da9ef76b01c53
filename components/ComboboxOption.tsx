import type { Option } from './filter-options.ts'

/** One choice of a combobox: pointed at by mouse or arrows, while the field keeps the focus. */
export function ComboboxOption({
  id,
  option,
  active,
  chosen,
  onPoint,
  onChoose,
}: {
  id: string
  option: Option
  active: boolean
  chosen: boolean
  onPoint: () => void
  onChoose: () => void
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
    <div
      ref={node => {
        if (active) node?.scrollIntoView?.({ block: 'nearest' })
      }}
      id={id}
      role="option"
      aria-label={option.name}
      aria-description={option.detail}
      aria-selected={chosen}
      onMouseMove={active ? undefined : onPoint}
      onClick={onChoose}
      className={`flex min-h-7 cursor-pointer items-baseline gap-2 px-2 py-1 ${active ? 'bg-accent-soft -outline-offset-2 forced-colors:outline-2 forced-colors:outline-[Highlight]' : ''}`}
    >
      <bdi className={`min-w-0 flex-1 wrap-anywhere ${chosen ? 'font-semibold' : ''}`}>{option.name}</bdi>
      {option.detail && <span className="shrink-0 text-sm text-muted">{option.detail}</span>}
    </div>
  )
}
