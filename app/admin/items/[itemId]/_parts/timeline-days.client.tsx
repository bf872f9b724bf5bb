'use client'

import type { ReactNode } from 'react'
import { LocalTime, useReadersZone } from '../../../../_ui/local-time.client.tsx'
import { dayWords } from './day-words.ts'
import type { Spine } from './spine.ts'
import styles from './timeline.module.css'

export type TimelineEntry = { id: string; at: Date; spine: Spine; content: ReactNode }

/** The entries under the days of the reader's own zone, which only the browser knows. */
export function TimelineDays({ entries, now }: { entries: TimelineEntry[]; now: Date }) {
  const zone = useReadersZone()
  let lastDay = ''
  return (
    <ol className={styles.log} aria-labelledby="timeline">
      {entries.map((entry, index) => {
        const day = dayWords(entry.at, now, zone)
        const begins = day !== lastDay
        lastDay = day
        return (
          <li key={entry.id} data-spine={entry.spine ?? undefined}>
            {begins ? (
              <h4 className={styles.day} data-spine={entries[index - 1]?.spine ?? undefined}>
                {day}
              </h4>
            ) : null}
            <div className={styles.entry}>
              <LocalTime at={entry.at} format="clock" now={now} />
              {entry.content}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
