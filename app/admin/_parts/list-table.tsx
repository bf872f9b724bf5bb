import type { ReactNode } from 'react'
import styles from './list-table.module.css'

type ListTableProps = {
  title: string
  /** What is in it and in which order, for screen readers. */
  caption: string
  columns: { title: string; width?: string }[]
  busy?: boolean
  children: ReactNode
}

/** The frame of a list: real heads, for rows and for bones alike. */
export function ListTable({ title, caption, columns, busy = false, children }: ListTableProps) {
  return (
    // A box that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.box} aria-label={title} aria-busy={busy || undefined} tabIndex={0}>
      <table className={`table ${styles.list}`}>
        <caption className="sr">{caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.title} style={column.width ? { width: column.width } : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
