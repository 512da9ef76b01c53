import { useState } from 'react'
import { get, post } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { GroupSelect } from '../parts/GroupSelect.tsx'
import table from '../parts/table.module.css'
import { useToast } from '../parts/toasts.tsx'
import { OneProductGroup, ProductGroups, Products, Suppliers } from '../schemas.ts'

const pageSize = 50

/** Catalog → Products: each product's supplier and product group. */
export function ProductsPage() {
  const [query, setQuery] = useState({ search: '', supplierId: '', productGroupId: '', page: 1 })
  const [naming, setNaming] = useState(false)
  const products = useLoaded(JSON.stringify(query), () => get(Products, '/products', { ...query, pageSize }))
  const groups = useLoaded('groups', () => get(ProductGroups, '/product-groups'))
  const suppliers = useLoaded('suppliers', () => get(Suppliers, '/suppliers'))
  const change = (part: Partial<typeof query>) => setQuery(before => ({ ...before, page: 1, ...part }))
  const total = products.value?.total ?? 0
  return (
    <div className={table.page}>
      <h1>Products</h1>
      <div className={table.bar}>
        <input
          type="search"
          placeholder="Search product or SKU"
          value={query.search}
          onChange={event => change({ search: event.target.value })}
        />
        <select
          aria-label="Supplier"
          value={query.supplierId}
          onChange={event => change({ supplierId: event.target.value })}
        >
          <option value="">All suppliers</option>
          {suppliers.value?.suppliers.map(supplier => (
            <option key={supplier.id} value={supplier.id}>
              {supplier.name}
            </option>
          ))}
        </select>
        <select
          aria-label="Group filter"
          value={query.productGroupId}
          onChange={event => change({ productGroupId: event.target.value })}
        >
          <option value="">All product groups</option>
          <option value="none">Without a product group</option>
          {groups.value?.productGroups.map(group => (
            <option key={group.id} value={group.id}>
              {group.name} ({group.productCount})
            </option>
          ))}
        </select>
        <Button onClick={() => setNaming(true)}>New product group</Button>
      </div>
      {products.error && <p className={table.bad}>{products.error}</p>}
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col">SKU</th>
            <th scope="col">Supplier</th>
            <th scope="col">Unit</th>
            <th scope="col">Product Group</th>
          </tr>
        </thead>
        <tbody>
          {products.value?.items.map(product => (
            <tr key={product.id}>
              <td>{product.name}</td>
              <td className={table.sku}>{product.sku}</td>
              <td>{product.supplier.name}</td>
              <td>{product.unit}</td>
              <td>
                <GroupSelect
                  product={product}
                  groups={groups.value?.productGroups ?? []}
                  onChanged={async () => {
                    await Promise.all([products.reload(), groups.reload()])
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={table.bar}>
        <span className={table.faint}>{total} products</span>
        <Button disabled={query.page <= 1} onClick={() => change({ page: query.page - 1 })}>
          Previous
        </Button>
        <Button disabled={query.page * pageSize >= total} onClick={() => change({ page: query.page + 1 })}>
          Next
        </Button>
      </div>
      {naming && (
        <NewGroup
          onClose={() => {
            setNaming(false)
            void groups.reload()
          }}
        />
      )}
    </div>
  )
}

function NewGroup({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const say = useToast()
  const create = async () => {
    try {
      await post(OneProductGroup, '/product-groups', { name })
      onClose()
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), 'bad')
    }
  }
  return (
    <Dialog
      title="New product group"
      onClose={onClose}
      actions={
        <Button strong disabled={name.trim() === ''} onClick={create}>
          Create
        </Button>
      }
    >
      <input aria-label="Name" value={name} onChange={event => setName(event.target.value)} />
    </Dialog>
  )
}
