import Link from 'next/link'
import type { ReactNode } from 'react'
import { LocalTime } from '../../_ui/local-time.client.tsx'
import type { PageFacts } from './page-facts.ts'

/** For the `<day>` of a sentence: an instant as the reader's own day. */
export function dayTag(at: Date, { now, language }: Pick<PageFacts, 'now' | 'language'>) {
  return { day: () => <LocalTime at={at} format="day" now={now} language={language} /> }
}

/** For the `<help>` of a sentence: a page of the help centre. */
export function helpTag(page: string) {
  return { help: (words: ReactNode) => <Link href={`/help/${page}`}>{words}</Link> }
}

/** For the `<site>` of a sentence: the bank's own site, in a tab of its own, because this page waits. */
export function siteTag(url: string) {
  return {
    site: (words: ReactNode) => (
      <a href={url} target="_blank" rel="noreferrer">
        {words}
      </a>
    ),
  }
}

/** A form that works without script: one button, and where it leads. */
export function ActionForm({ token, act, children }: { token: string; act: string; children: ReactNode }) {
  return (
    <form method="post" action={`/api/reconnect/${encodeURIComponent(token)}/${act}`}>
      {children}
    </form>
  )
}
