import Link from 'next/link'
import type { ReactNode } from 'react'
import { brand } from './brand.ts'
import { BrandTile } from './tile.tsx'

type PersonShellProps = {
  /** Scopes the page's own styles. */
  className?: string
  /** At the right end of the header, in place of the link to help. */
  end?: ReactNode
  /** Over the footer's own words. */
  foot?: ReactNode
  /** Where the company's name leads: the dashboard for people who are signed in. */
  homeHref?: string
  /** A `<main>` with the page's one `h1`. */
  children: ReactNode
}

/** The frame of every page for people: whose page it is, help, and what is promised about passwords. */
export function PersonShell({ className, end, foot, homeHref = '/', children }: PersonShellProps) {
  const { name, logoUrl } = brand()
  return (
    <div className={['person', className].filter(Boolean).join(' ')}>
      <header className="top">
        <Link className="brand" href={homeHref}>
          <BrandTile brand={{ name, logoUrl }} size={28} />
          {name}
        </Link>
        <span className="grow" />
        {end === undefined ? <HelpLink /> : end}
      </header>
      {children}
      <footer className="foot">
        {foot}
        {name} never sees your bank password. <Link href="/help/invalid-credentials">Help with signing in</Link>
      </footer>
    </div>
  )
}

function HelpLink() {
  return (
    <Link className="btn ghost lg -mr-5 max-sm:-mr-4" href="/help/invalid-credentials">
      Help
    </Link>
  )
}
