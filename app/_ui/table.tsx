import type { ComponentProps, ReactNode } from 'react'

type TableProps = {
  /** What the rows are, for screen readers. */
  caption: string
  compact?: boolean
  head: ReactNode
  /** The rows. */
  children: ReactNode
}

/** A console table; scrolls sideways inside itself when the window is narrow. */
export function Table({ caption, compact = false, head, children }: TableProps) {
  return (
    // A box that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className={compact ? 'table compact' : 'table'}>
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

/** A column's name; numbers and times stand at the end of their column. */
export function ColumnHead({ end = false, ...rest }: ComponentProps<'th'> & { end?: boolean }) {
  return <th scope="col" {...rest} className={end ? 'end' : undefined} />
}
