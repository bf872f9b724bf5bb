import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-drawings.tsx'
import type { ShownState } from './state-words.ts'

/** Entries along a spine, newest first. A list that mixes several banks leaves the spine neutral. */
export function Timeline({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {children}
    </ol>
  )
}

type TimelineEntryProps = {
  icon: IconName
  state?: ShownState
  /** The line down to the next entry: whole where data flowed, dotted where it did not. */
  spine?: 'whole' | 'open'
  /** A mark on its soft ground, for the entries that matter most. */
  filled?: boolean
  children: ReactNode
}

/** One thing that happened: a mark and a sentence. */
export function TimelineEntry({ icon, state, spine, filled = false, children }: TimelineEntryProps) {
  return (
    <li data-state={state} data-spine={spine}>
      <span className={filled ? 'mark fill' : 'mark'}>
        <Icon name={icon} />
      </span>
      <div className="what">{children}</div>
    </li>
  )
}
