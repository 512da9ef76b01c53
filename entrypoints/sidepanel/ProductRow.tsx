import { sumsInWords } from '#components/sums.ts'
import type { ProductOfOutlets } from '#lib/store/queries/products-of.ts'
import type { Suggestion } from '#lib/suggest/suggest-group.ts'
import { say, sayCount } from '#lib/words/say.ts'

/** In pixels, known without measuring: a product without a group has a line more, for its suggestion. */
export function rowHeight({ group }: ProductOfOutlets): number {
  return group === null ? 72 : 52
}

/** One product: its tick, its name and supplier, its group or the one suggested, and what waits for it. */
export function ProductRow({
  product,
  index,
  top,
  focusable,
  ticked,
  suggestion,
  onFocus,
  onToggle,
  onAccept,
  onList,
}: {
  product: ProductOfOutlets
  index: number
  top: number
  focusable: boolean
  ticked: boolean
  suggestion: Suggestion | null
  onFocus: () => void
  onToggle: (range: boolean) => void
  onAccept: (suggestion: Suggestion) => void
  onList: () => void
}) {
  const { name, supplier, group, otherwise, blocks, value } = product
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be drawn in part
    <div
      role="row"
      aria-rowindex={index + 1}
      aria-selected={ticked}
      tabIndex={focusable ? 0 : -1}
      onFocus={onFocus}
      className={`absolute inset-x-0 flex items-center gap-2 border-b border-line/60 px-3 -outline-offset-2 ${ticked ? 'bg-accent-soft' : ''}`}
      style={{ height: rowHeight(product), top }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus */}
      <div role="gridcell" className="flex">
        <input
          type="checkbox"
          aria-label={say('panel.select', { name })}
          tabIndex={-1}
          checked={ticked}
          onChange={event => onToggle((event.nativeEvent as MouseEvent).shiftKey === true)}
          className="size-4"
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus */}
      <div role="gridcell" className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          <bdi className="one-line min-w-0 flex-1 font-semibold" title={name}>
            {name}
          </bdi>
          {blocks > 0 && (
            <button
              type="button"
              tabIndex={-1}
              aria-keyshortcuts="I"
              title={say('panel.show-waiting')}
              onClick={onList}
              className="numbers shrink-0 text-sm link"
            >
              {sayCount('common.invoices', blocks)}
            </button>
          )}
        </p>
        <p className="flex items-baseline gap-1.5 text-sm text-muted">
          {supplier !== null && (
            <bdi className="one-line max-w-1/2 min-w-0" title={supplier}>
              {supplier}
            </bdi>
          )}
          {group !== null && (
            <bdi className="one-line min-w-0 text-ink" title={groupWords(group.name, otherwise)}>
              {groupWords(group.name, otherwise)}
            </bdi>
          )}
          <span className="numbers ml-auto shrink-0">{blocks > 0 && sumsInWords(value)}</span>
        </p>
        {group === null && suggestion === null && (
          <p className="text-sm text-missing-ink">{say('panel.no-group')}</p>
        )}
        {group === null && suggestion !== null && (
          <p className="flex items-baseline gap-1.5 text-sm text-muted">
            <button
              type="button"
              tabIndex={-1}
              aria-label={say('panel.assign-suggested', {
                name,
                group: suggestion.groupName,
                reason: suggestion.reason,
              })}
              title={say('panel.assign-to-group', { group: suggestion.groupName })}
              onClick={() => onAccept(suggestion)}
              className="one-line min-h-5 max-w-2/3 shrink-0 rounded-full border border-accent/50 px-2 text-accent hover:bg-accent-soft"
            >
              {`${suggestion.groupName}?`}
            </button>
            <span className="one-line min-w-0" title={suggestion.reason}>
              {suggestion.reason}
            </span>
          </p>
        )}
      </div>
    </div>
  )
}

/** `Vegetables`, and where outlets differ `Vegetables; Herbs in 1 outlet`. */
function groupWords(name: string, otherwise: ProductOfOutlets['otherwise']): string {
  const others = otherwise.map(other =>
    say('panel.group-in', { group: other.name, outlets: sayCount('common.outlets', other.outlets) }),
  )
  return [name, ...others].join('; ')
}
