import type { ReactNode } from 'react'
import type { Drift } from '#lib/features/admin/read-drift.ts'
import { LocalTime } from '../../../_ui/local-time.client.tsx'
import { StateText } from '../../../_ui/state-mark.tsx'
import { stateForConsole } from '../../../_ui/state-words.ts'
import { ItemCells } from '../../_parts/item-cells.tsx'
import { ListButton } from '../../_parts/list-actions.client.tsx'
import type { ListAddress, ListPlace } from '../../_parts/list-place.ts'
import styles from '../../_parts/list-table.module.css'
import { ListTable } from '../../_parts/list-table.tsx'
import { NoRows } from '../../_parts/no-rows.tsx'
import { driftColumns, NoDrift, Remark } from './drift-words.tsx'

type DriftRowsProps = { drift: Drift; place: ListPlace; address: ListAddress; now: Date }

/** The rows of one list under a sentence that says what they mean. */
export function DriftRows({ drift, place, address, now }: DriftRowsProps) {
  if (drift.rows.length === 0) {
    return (
      <NoRows place={place} address={address} gone="What stood here is right again or has moved.">
        <NoDrift list={drift.list} />
      </NoRows>
    )
  }
  const { title, caption, columns } = driftColumns[drift.list]
  return (
    <>
      <Remark list={drift.list} ourUrl={drift.ourUrl} />
      <ListTable title={title} caption={caption} columns={columns}>
        {rowsOf(drift, now)}
      </ListTable>
    </>
  )
}

function rowsOf(drift: Drift, now: Date): ReactNode {
  switch (drift.list) {
    case 'strayed':
      return drift.rows.map((row) => (
        <tr key={row.itemId}>
          <ItemCells {...row} />
          <td>
            {row.webhookUrl ? (
              <code className="block truncate" title={row.webhookUrl}>
                {row.webhookUrl}
              </code>
            ) : (
              <span className={styles.none}>Nowhere</span>
            )}
          </td>
          <td>
            <StateText state={row.state} words={stateForConsole(row.state)} />
          </td>
          <td>
            <ListButton name="itemId" value={row.itemId} busyWords="Setting">
              Point here{' '}
              <span className="sr">
                {row.person.name ?? row.person.email}, {row.institutionName}
              </span>
            </ListButton>
          </td>
        </tr>
      ))
    case 'missed':
      return drift.rows.map((row) => (
        <tr key={row.itemId}>
          <ItemCells {...row} />
          <td>
            <code className="block truncate">{row.code ?? 'not said'}</code>
          </td>
          <td className="num">
            <span className={styles.label}>Sent </span>
            <LocalTime at={row.sentAt} format="moment" now={now} />
          </td>
          <td>
            <StateText state={row.state} words={stateForConsole(row.state)} />
          </td>
        </tr>
      ))
    case 'swept':
      return drift.rows.map((row) => (
        <tr key={row.id}>
          <ItemCells {...row} />
          <td>
            <StateText state={row.to} words={stateForConsole(row.to)} />
            {row.errorCode ? (
              <small className="truncate">
                <code>{row.errorCode}</code>
              </small>
            ) : null}
          </td>
          <td>
            <span className={styles.label}>Was </span>
            {stateForConsole(row.from)}
          </td>
          <td className="num">
            <span className={styles.label}>Found </span>
            <LocalTime at={row.at} format="moment" now={now} />
          </td>
        </tr>
      ))
  }
}
