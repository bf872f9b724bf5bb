import Link from 'next/link'
import styles from './list-table.module.css'

type ItemCellsProps = { itemId: string; institutionName: string; person: { name: string | null; email: string } }

/** The first cells of a row: whose Item it is, leading to it, and at which bank. */
export function ItemCells({ itemId, institutionName, person }: ItemCellsProps) {
  return (
    <>
      <td>
        <Link
          className={`truncate ${styles.who}`}
          href={`/admin/items/${itemId}`}
          title={person.name ?? person.email}
          prefetch={false}
        >
          {person.name ?? person.email}
        </Link>
        <small className="truncate" title={person.name ? person.email : undefined}>
          {person.name ? person.email : 'no name given'}
        </small>
      </td>
      <td>
        <span className="block truncate" title={institutionName}>
          {institutionName}
        </span>
      </td>
    </>
  )
}
