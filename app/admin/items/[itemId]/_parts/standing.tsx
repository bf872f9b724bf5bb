import type { ReactNode } from 'react'
import type { HistoryFact } from '#lib/domain/history.ts'
import type { ItemForAdmin } from '#lib/features/admin/read-item.ts'
import { Callout } from '../../../../_ui/callout.tsx'
import type { IconName } from '../../../../_ui/icon-drawings.tsx'
import { LocalTime } from '../../../../_ui/local-time.client.tsx'
import type { ShownState } from '../../../../_ui/state-words.ts'
import { reasonWords } from '../../../_parts/reason-words.ts'

type StandingProps = { item: ItemForAdmin; now: Date }

/** Why nobody is written to by itself: handed to support, held, or stopped; by whom and since when. */
export function Standing({ item, now }: StandingProps) {
  if (!item.incident) return null
  const { handedOver, heldAt, stoppedAt } = item.incident
  return (
    <>
      {handedOver ? (
        <Remark title="Handed to support" at={handedOver.at} icon="people" state="disconnecting_soon" now={now}>
          {handedOver.reason ? `because ${reasonWords(handedOver.reason)}` : null}
        </Remark>
      ) : null}
      {heldAt ? (
        <Remark title="Messages held" at={heldAt} icon="pause" state="removed" now={now}>
          {rulingOf(item, 'notices_held')}
        </Remark>
      ) : null}
      {stoppedAt ? (
        <Remark title="Messages stopped" at={stoppedAt} icon="stop" state="removed" now={now}>
          {rulingOf(item, 'notices_stopped')}
        </Remark>
      ) : null}
    </>
  )
}

type RemarkProps = { title: string; at: Date; icon: IconName; state: ShownState; now: Date; children: ReactNode }

function Remark({ title, at, icon, state, now, children }: RemarkProps) {
  return (
    <Callout state={state} icon={icon} small>
      <strong>{title}</strong> <LocalTime at={at} format="inline" now={now} />{' '}
      <span className="wrap-anywhere">{children}</span>
    </Callout>
  )
}

/** Who ruled so last and why; nothing when that is too long ago for the shown history. */
function rulingOf({ history }: ItemForAdmin, kind: 'notices_held' | 'notices_stopped'): string | null {
  const facts = history.map(({ fact }): HistoryFact => fact)
  for (const fact of facts) if (fact.kind === kind) return `by ${fact.adminEmail}: “${fact.reason}”`
  return null
}
