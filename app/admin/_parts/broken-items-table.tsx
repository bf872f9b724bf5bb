import type { ReactNode } from 'react'
import { ListTable } from './list-table.tsx'

const columns = [
  { title: 'Person' },
  { title: 'Institution', width: '20%' },
  { title: 'State', width: '16%' },
  { title: 'Open for', width: '10%' },
  { title: 'Told', width: '16%' },
  { title: 'Last step', width: '15%' },
]

/** The frame of the list of broken Items. */
export function BrokenItemsTable({ busy = false, children }: { busy?: boolean; children: ReactNode }) {
  return (
    <ListTable
      title="Broken Items"
      caption="Items that need their person, newest breakage first"
      columns={columns}
      busy={busy}
    >
      {children}
    </ListTable>
  )
}
