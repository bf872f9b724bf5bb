import Link from 'next/link'
import styles from './list-table.module.css'

type PersonCellProps = { itemId: string; person: { name: string | null; email: string } }

/** The first cells of a row: whose Item it is, leading to it, and at which bank. */
export function ItemCells({ institutionName, ...whose }: PersonCellProps & { institutionName: string }) {
  return (
    <>
      <PersonCell {...whose} />
      <td>
        <span className="block truncate" title={institutionName}>
          {institutionName}
        </span>
      </td>
    </>
  )
}

/** Whose Item it is, leading to it. */
export function PersonCell({ itemId, person }: PersonCellProps) {
  const { name, email } = person
  return (
    <td>
      <Link className={`truncate ${styles.who}`} href={`/admin/items/${itemId}`} title={name ?? email} prefetch={false}>
        {name ?? email}
      </Link>
      <small className="truncate" title={name ? email : undefined}>
        {name ? email : 'no name given'}
      </small>
    </td>
  )
}
