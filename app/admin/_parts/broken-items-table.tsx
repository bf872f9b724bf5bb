import type { ReactNode } from 'react'
import styles from './broken-items.module.css'

/** The frame of the list: real heads, for rows and for bones alike. */
export function BrokenItemsTable({ busy = false, children }: { busy?: boolean; children: ReactNode }) {
  return (
    // A box that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.box} aria-label="Broken Items" aria-busy={busy || undefined} tabIndex={0}>
      <table className={`table ${styles.items}`}>
        <caption className="sr">Items that need their person, newest breakage first</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Institution</th>
            <th scope="col">State</th>
            <th scope="col">Open for</th>
            <th scope="col">Told</th>
            <th scope="col">Last step</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
