import { type ReactNode, useId } from 'react'

type PanelProps = {
  title: string
  /** At the right end of the head. */
  actions?: ReactNode
  className?: string
  children: ReactNode
}

/** A titled part of a console page. */
export function Panel({ title, actions, className, children }: PanelProps) {
  const id = useId()
  return (
    <section className={['panel', className].filter(Boolean).join(' ')} aria-labelledby={id}>
      <header>
        <h2 id={id} className="grow">
          {title}
        </h2>
        {actions}
      </header>
      {children}
    </section>
  )
}
