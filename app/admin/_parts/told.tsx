import type { ReactNode } from 'react'
import type { BrokenItemRow } from '#lib/features/admin/read-broken-items.ts'
import { Icon } from '../../_ui/icon.tsx'
import type { IconName } from '../../_ui/icon-drawings.tsx'
import { LocalTime } from '../../_ui/local-time.client.tsx'
import type { ShownState } from '../../_ui/state-words.ts'
import styles from './list-table.module.css'
import { reasonWords, shortWaitWords } from './reason-words.ts'

type ToldProps = { told: BrokenItemRow['told']; now: Date }

/** What a person was told of an Item so far, and why nothing more goes out. */
export function Told({ told, now }: ToldProps) {
  const { sent, last, waiting, ended, handedOverReason } = told
  const total = sent === 0 ? null : `${sent} sent`
  const lastAt = last ? <LocalTime at={last.at} format="moment" now={now} /> : null
  switch (ended) {
    case 'handed_over':
      return (
        <Two
          first={<Mark icon="people" state="disconnecting_soon" words="Handed to support" />}
          second={[total, handedOverReason && reasonWords(handedOverReason)].filter(Boolean).join(' · ')}
        />
      )
    case 'stopped':
      return <Two first={<Mark icon="stop" words="Stopped" />} second={join('by an admin', total)} />
    case 'held':
      return <Two first={<Mark icon="pause" words="Held" />} second={join('by an admin', total)} />
    case null:
      break
  }
  const why = waiting ? shortWaitWords(waiting.waitsFor) : null
  if (waiting && (waiting.isOnItsWay || why || sent === 0)) {
    return <Two first={total ? `${total}, 1 waiting` : 'Waiting to go out'} second={why ?? lastAt} />
  }
  if (last?.state === 'failed' || (last?.state === 'dropped' && !waiting)) return <Unsent last={last} total={total} />
  return total ? <Two first={total} second={lastAt} /> : <span className={styles.none}>Not told</span>
}

function Unsent({ last, total }: { last: NonNullable<BrokenItemRow['told']['last']>; total: string | null }) {
  const hasFailed = last.state === 'failed'
  return (
    <Two
      first={
        <>
          <span className={hasFailed ? styles.bad : undefined}>{hasFailed ? 'Failed' : 'Dropped'}</span>
          {total ? `, ${total}` : null}
        </>
      }
      second={last.reason ? reasonWords(last.reason) : null}
    />
  )
}

function Two({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <>
      {first}
      {second ? (
        <small className="truncate" title={typeof second === 'string' ? second : undefined}>
          {second}
        </small>
      ) : null}
    </>
  )
}

function Mark({ icon, state, words }: { icon: IconName; state?: ShownState; words: string }) {
  return (
    <span className="state" data-state={state ?? 'removed'}>
      <Icon name={icon} />
      {words}
    </span>
  )
}

function join(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null).join(', ')
}
