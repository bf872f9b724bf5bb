import type { ReactNode } from 'react'

type EmptyStateProps = {
  /** A joint, a tile or an icon. */
  picture?: ReactNode
  title: string
  /** What would be here, and why it is not. */
  children: ReactNode
  /** The nearest useful step. */
  action?: ReactNode
}

/** Where a list has nothing: says so, and shows the way on. */
export function EmptyState({ picture, title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      {picture}
      <h2>{title}</h2>
      <p>{children}</p>
      {action ? <div className="row">{action}</div> : null}
    </div>
  )
}
