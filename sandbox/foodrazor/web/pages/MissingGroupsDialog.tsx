import { get } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { GroupSelect } from '../parts/GroupSelect.tsx'
import table from '../parts/table.module.css'
import { type ListedInvoice, OneInvoice } from '../schemas.ts'

/** The products of an invoice without a product group; an empty list when a group lacks its account instead. */
export function MissingGroupsDialog({ invoice, onClose }: { invoice: ListedInvoice; onClose: () => void }) {
  const loaded = useLoaded(invoice.id, () => get(OneInvoice, `/invoices/${invoice.id}`))
  const lines = loaded.value?.invoice.lines ?? []
  const unassigned = [...new Map(lines.map(line => [line.product.id, line.product])).values()].filter(
    product => product.productGroup === null,
  )
  return (
    <Dialog title={`Unassigned products · ${invoice.invoiceNo}`} onClose={onClose}>
      <p className={table.faint}>
        Assign a product group to each product. Once all are assigned, the invoice can be exported.
      </p>
      {loaded.error && <p className={table.bad}>{loaded.error}</p>}
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col">Product Group</th>
          </tr>
        </thead>
        <tbody>
          {unassigned.map(product => (
            <tr key={product.id}>
              <td>{product.name}</td>
              <td>
                <GroupSelect product={product} onChanged={loaded.reload} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
