import type { ReactNode } from 'react'
import type { IconName } from '../../../../_ui/icon-drawings.tsx'
import type { ShownState } from '../../../../_ui/state-words.ts'

/** The round mark of an entry; filled for the entries that matter most. */
type Mark = { icon: IconName; state?: ShownState; filled?: boolean }

/** One entry of the timeline: its mark, its sentence, and the id that proves it. */
export type FactWords = { mark: Mark; what: ReactNode; proof?: ReactNode }

/** What happened, and at most two details of it. */
export function sentence(title: string, details: ReactNode[]): ReactNode {
  const [first, second] = details
  return (
    <>
      <b>{title}</b>
      {first ? <span>{first}</span> : null}
      {second ? <span>{second}</span> : null}
    </>
  )
}

/** An id or a code of Plaid’s, if there is one. */
export function code(text: string | null): ReactNode {
  return text ? <code>{text}</code> : null
}
