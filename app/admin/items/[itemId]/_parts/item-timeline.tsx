import type { HistoryFact } from '#lib/domain/history.ts'
import type { ItemForAdmin } from '#lib/features/admin/read-item.ts'
import type { MessageView } from '#lib/features/admin/read-messages.ts'
import { Icon } from '../../../../_ui/icon.tsx'
import { Attempts, heardAtOf } from './attempts.tsx'
import { factWords } from './fact-words.tsx'
import { spines } from './spine.ts'
import styles from './timeline.module.css'
import { TimelineDays, type TimelineEntry } from './timeline-days.client.tsx'

/** Everything that is known to have happened to an Item, newest first, along a line that is the connection itself. */
export function ItemTimeline({ item, now }: { item: ItemForAdmin; now: Date }) {
  const lines = spines(
    item.history.map((entry) => entry.fact),
    item.state,
  )
  const heardAt = heardAtOf(item.history)
  const entries = item.history.map(({ id, at, fact }, index): TimelineEntry => {
    const { mark, what, proof } = factWords(fact)
    const message = messageOf(fact, item.messages)
    return {
      id,
      at,
      spine: lines[index] ?? null,
      content: (
        <>
          <span className={mark.filled ? `${styles.mark} ${styles.filled}` : styles.mark} data-state={mark.state}>
            <Icon name={mark.icon} />
          </span>
          <div className={styles.what}>
            {what}
            {proof ? <span className={styles.proof}>{proof}</span> : null}
            {message && message.topics > 1 ? <span>with {message.topics - 1} more of this person’s banks</span> : null}
          </div>
          {message ? <Attempts attempts={message.attempts} heardAt={heardAt} now={now} /> : null}
        </>
      ),
    }
  })
  return (
    <section>
      <h3 id="timeline" className="mb-4 border-line border-b pb-2.5 text-sm">
        Timeline
      </h3>
      <TimelineDays entries={entries} now={now} />
      {entries.length === 0 ? <p className="text-ink-2">Nothing has happened to this Item yet.</p> : null}
      {item.historyIsCut ? (
        <p className="mt-2 text-ink-3 text-xs">Only the newest {item.history.length} entries are shown.</p>
      ) : null}
    </section>
  )
}

/** The message that brought what an entry tells of. */
function messageOf(fact: HistoryFact, messages: MessageView[]): MessageView | undefined {
  if (fact.kind !== 'notice_sent' && fact.kind !== 'notice_failed') return undefined
  return messages.find(({ noticeIds }) => noticeIds.includes(fact.noticeId))
}
