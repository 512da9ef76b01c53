import { get, patch } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import { OneProduct, type ProductGroup, ProductGroups } from '../schemas.ts'
import styles from './GroupSelect.module.css'
import { useToast } from './toasts.tsx'

interface Props {
  product: { id: string; name: string; productGroup: ProductGroup | null }
  /** Loaded by whoever shows many of these; one alone loads them itself. */
  groups?: readonly ProductGroup[]
  onChanged: () => Promise<void>
}

/** Chooses the product group of one product. */
export function GroupSelect({ product, groups, onChanged }: Props) {
  const say = useToast()
  const own = useLoaded(groups ? '' : 'groups', () => get(ProductGroups, '/product-groups'))
  const choose = async (value: string) => {
    try {
      await patch(OneProduct, `/products/${product.id}`, { productGroupId: value || null })
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), 'bad')
    }
    await onChanged()
  }
  return (
    <select
      aria-label={`Product group of ${product.name}`}
      className={product.productGroup ? styles.chosen : styles.none}
      value={product.productGroup?.id ?? ''}
      onChange={event => void choose(event.target.value)}
    >
      <option value="">Select a product group</option>
      {(groups ?? own.value?.productGroups ?? []).map(group => (
        <option key={group.id} value={group.id}>
          {group.name}
        </option>
      ))}
    </select>
  )
}
