import type { AttemptState } from '#lib/domain/attempt.ts'
import type { HistoryView } from '#lib/features/admin/read-item.ts'
import type { AttemptView } from '#lib/features/admin/read-messages.ts'
import { Icon } from '../../../../_ui/icon.tsx'
import type { IconName } from '../../../../_ui/icon-drawings.tsx'
import { LocalTime } from '../../../../_ui/local-time.client.tsx'
import type { ShownState } from '../../../../_ui/state-words.ts'
import { reasonWords } from '../../../_parts/reason-words.ts'
import styles from './timeline.module.css'

const states: Record<AttemptState, { words: string; icon: IconName; state: ShownState }> = {
  pending: { words: 'On its way', icon: 'clock', state: 'info' },
  sent: { words: 'Sent', icon: 'send', state: 'info' },
  delivered: { words: 'Delivered', icon: 'state-healthy', state: 'healthy' },
  bounced: { words: 'Came back', icon: 'warning', state: 'login_required' },
  complained: { words: 'Marked as spam', icon: 'warning', state: 'login_required' },
  failed: { words: 'Failed', icon: 'close', state: 'login_required' },
  dropped: { words: 'Not sent', icon: 'minus', state: 'removed' },
}

type AttemptsProps = {
  attempts: AttemptView[]
  /** When the provider said more about an attempt, by the attempt's id. */
  heardAt: ReadonlyMap<string, Date>
  now: Date
}

/** Over which channels a message was brought, to which address, and what became of it in the provider's words. */
export function Attempts({ attempts, heardAt, now }: AttemptsProps) {
  if (attempts.length === 0) return null
  return (
    <ul className={styles.attempts} aria-label="Attempts">
      {attempts.map((attempt) => (
        <Attempt
          key={attempt.attemptId}
          attempt={attempt}
          at={heardAt.get(attempt.attemptId) ?? attempt.settledAt ?? attempt.triedAt}
          now={now}
        />
      ))}
    </ul>
  )
}

type AttemptProps = { attempt: AttemptView; at: Date | null; now: Date }

function Attempt({ attempt, at, now }: AttemptProps) {
  const { channel, address, reason } = attempt
  const { words, icon, state } = states[attempt.state]
  return (
    <li>
      <span className="min-w-0 wrap-anywhere">
        {channel === 'email' ? 'E-mail' : 'Browser'} <span className="text-ink-3">to</span>{' '}
        {address ?? 'one that is forgotten'}
      </span>
      <span className="state" data-state={state}>
        <Icon name={icon} />
        {words}
      </span>
      {at ? (
        <span className="text-ink-3">
          {attempt.settledAt ? null : 'tried '}
          <LocalTime at={at} format="inline" now={now} />
        </span>
      ) : null}
      {reason ? <span className="basis-full wrap-anywhere">{reasonWords(reason)}</span> : null}
    </li>
  )
}

/** When the provider last said something about each attempt, as the history, newest first, knows it. */
export function heardAtOf(history: HistoryView[]): Map<string, Date> {
  const oldestFirst = history.toReversed()
  return new Map(oldestFirst.flatMap(({ at, fact }) => ('attemptId' in fact ? [[fact.attemptId, at]] : [])))
}
