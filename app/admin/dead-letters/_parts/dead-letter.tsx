import type { DeadLetterRow } from '#lib/features/admin/read-dead-letters.ts'
import { LocalTime } from '../../../_ui/local-time.client.tsx'
import { ItemCells } from '../../_parts/item-cells.tsx'
import { ListButton } from '../../_parts/list-actions.client.tsx'
import styles from '../../_parts/list-table.module.css'

/** One job that was given up: about whom, which, why, since when. */
export function DeadLetter({ row, now }: { row: DeadLetterRow; now: Date }) {
  const { error, item, tries } = row
  const ids = Object.values(row.data).join(', ')
  return (
    <tr>
      {item ? (
        <ItemCells {...item} />
      ) : (
        <td colSpan={2}>
          <span className={styles.none}>No Item</span>
        </td>
      )}
      <td>
        <code>{row.job}</code>
        <small className="truncate" title={ids}>
          {ids}
        </small>
      </td>
      <td>
        <span className={`block truncate ${styles.bad}`}>{error.code ?? error.name ?? 'Unknown'}</span>
        <small className="truncate" title={error.message ?? undefined}>
          {error.message ?? 'It left no message.'}
        </small>
      </td>
      <td className="num">
        <LocalTime at={row.diedAt} format="moment" now={now} />
        <small>{tries === 1 ? '1 try' : `${tries} tries`}</small>
      </td>
      <td>
        <ListButton name="id" value={row.id} busyWords="Trying">
          Try again <span className="sr">{nameOf(row)}</span>
        </ListButton>
      </td>
    </tr>
  )
}

/** Which job a button is about, for those who do not see its row. */
function nameOf({ job, item }: DeadLetterRow): string {
  return item ? `${job} for ${item.person.name ?? item.person.email}, ${item.institutionName}` : job
}
