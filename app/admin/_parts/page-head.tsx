import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from '../../_ui/icon.tsx'

type PageHeadProps = {
  title: string
  /** A quiet fact beside the title. */
  sub?: ReactNode
  /** The list that this page was opened from. */
  from?: { title: string; href: string }
  /** At the right end. */
  actions?: ReactNode
}

/** The head of a console page: where one is, and what can be done here. */
export function PageHead({ title, sub, from, actions }: PageHeadProps) {
  return (
    <header className="pagehead py-2 max-lg:pl-14! max-sm:flex-wrap">
      {from ? (
        <nav className="flex items-center gap-1.5 text-ink-3 max-lg:sr-only" aria-label="You are here">
          <Link className="font-medium text-ink-2 no-underline hover:text-ink-1" href={from.href}>
            {from.title}
          </Link>
          <Icon name="chevron-right" size={14} />
        </nav>
      ) : null}
      <h1 className={from ? 'min-w-0 text-sm! leading-5! wrap-anywhere' : undefined}>{title}</h1>
      {sub ? <span className="sub num max-sm:hidden">{sub}</span> : null}
      <span className="grow" />
      {actions}
    </header>
  )
}
