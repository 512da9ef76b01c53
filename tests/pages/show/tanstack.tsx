import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { byCurrentColour } from '../clouds.ts'
import { headers, type ListedInvoice } from '../invoices.ts'
import type { Shown, ShowPage } from '../page.ts'
import { Cell } from '../react-cell.tsx'

const features = tableFeatures({})
const helper = createColumnHelper<typeof features, ListedInvoice>()

/** Rows of plain elements that are laid by their place, only those in sight being there. */
function List({ columns, invoices }: Shown) {
  const box = useRef<HTMLDivElement>(null)
  const made = useMemo(
    () =>
      columns.map(column =>
        helper.display({
          id: column,
          header: headers[column],
          cell: ({ row }) => <Cell of={row.original} column={column} draw={byCurrentColour} />,
        }),
      ),
    [columns],
  )
  const table = useTable({ features, columns: made, data: invoices as ListedInvoice[] })
  const { rows } = table.getRowModel()
  const virtual = useVirtualizer({
    count: rows.length,
    estimateSize: () => 36,
    getScrollElement: () => box.current,
    overscan: 4,
  })
  return (
    <div>
      {table.getHeaderGroups().map(group => (
        <div key={group.id} style={{ display: 'flex' }}>
          {group.headers.map(header => (
            <div key={header.id} style={{ width: 150 }}>
              <table.FlexRender header={header} />
            </div>
          ))}
        </div>
      ))}
      <div ref={box} style={{ height: 400, overflow: 'auto' }}>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index]
            if (!row) return null
            const place = { position: 'absolute', transform: `translateY(${start}px)` } as const
            return (
              <div key={key} style={{ display: 'flex', height: 36, width: '100%', ...place }}>
                {row.getAllCells().map(cell => (
                  <div key={cell.id} style={{ width: 150 }}>
                    <table.FlexRender cell={cell} />
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

const show: ShowPage = (root, first) => {
  const react = createRoot(root)
  const draw = (shown: Shown) => react.render(<List {...shown} />)
  draw(first)
  return draw
}
export default show
