import { Select } from '#components/Select.tsx'
import type { OutletId } from '#lib/domain/ids.ts'
import type { Outlet } from '#lib/domain/outlet.ts'
import { say } from '#lib/words/say.ts'

/** Which outlet; `all` offers all of them together (null). */
export function OutletSelect({
  outlets,
  value,
  onChoose,
  all = false,
}: {
  outlets: readonly Outlet[]
  value: OutletId | null
  onChoose: (outletId: OutletId | null) => void
  all?: boolean
}) {
  return (
    <Select
      label={say('common.outlet')}
      hideLabel
      value={value ?? ''}
      onChange={id => onChoose(outlets.find(outlet => outlet.id === id)?.id ?? null)}
      className="flex-1"
    >
      {all && <option value="">{say('common.all-outlets')}</option>}
      {outlets.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  )
}
