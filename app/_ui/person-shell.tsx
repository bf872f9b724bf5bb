import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Language } from '#lib/domain/language.ts'
import { wordsIn } from '#messages/words.ts'
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
  /** Of the frame's own words and of the page in it. */
  language?: Language
  /** A `<main>` with the page's one `h1`. */
  children: ReactNode
}

/** The frame of every page for people: whose page it is, help, and what is promised about passwords. */
export function PersonShell({ className, end, foot, homeHref = '/', language = 'en', children }: PersonShellProps) {
  const { name, logoUrl } = brand()
  const t = wordsIn(language)
  return (
    <div className={['person', className].filter(Boolean).join(' ')} lang={language}>
      <header className="top">
        <Link className="brand" href={homeHref}>
          <BrandTile brand={{ name, logoUrl }} size={28} />
          {name}
        </Link>
        <span className="grow" />
        {end === undefined ? <HelpLink words={t('shell.help')} /> : end}
      </header>
      {children}
      <footer className="foot">
        {foot}
        {t('shell.promise', { brand: name })} <Link href="/help/what-we-see">{t('shell.whatWeSee')}</Link>
      </footer>
    </div>
  )
}

function HelpLink({ words }: { words: string }) {
  return (
    <Link className="btn ghost lg" href="/help">
      {words}
    </Link>
  )
}
