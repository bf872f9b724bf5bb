import type { ItemState } from '#lib/domain/item-state.ts'
import type { LatelyEntry } from '#lib/features/items/read-dashboard.ts'
import type { IconName } from '../_ui/icon-drawings.tsx'
import { LocalTime } from '../_ui/local-time.client.tsx'
import { type ShownState, stateIcons } from '../_ui/state-words.ts'
import { Timeline, TimelineEntry } from '../_ui/timeline.tsx'

type Told = { icon: IconName; state: ShownState; words: string }

/** What happened lately with all of a person's banks. */
export function Lately({ entries, now }: { entries: LatelyEntry[]; now: Date }) {
  const told = entries.flatMap((entry) => {
    const telling = isSaidBetter(entry, entries) ? null : tell(entry)
    return telling ? [{ entry, telling }] : []
  })
  if (told.length === 0) return null
  return (
    <aside className="lately" aria-labelledby="lately">
      <h2 id="lately">Lately</h2>
      <Timeline>
        {told.map(({ entry, telling }) => (
          <TimelineEntry key={entry.id} icon={telling.icon} state={telling.state}>
            {telling.words}
            <LocalTime at={entry.at} format="moment" now={now} />
          </TimelineEntry>
        ))}
      </Timeline>
    </aside>
  )
}

/** A proved repair and the change to healthy are one thing to a person. */
function isSaidBetter({ kind, itemId, at, to }: LatelyEntry, entries: LatelyEntry[]): boolean {
  if (kind !== 'state_changed' || to !== 'healthy') return false
  return entries.some(
    (other) => other.kind === 'repair_proved' && other.itemId === itemId && other.at.getTime() === at.getTime(),
  )
}

function tell({ kind, to, institutionName: bank }: LatelyEntry): Told | null {
  switch (kind) {
    case 'connected':
      return { icon: 'link', state: 'info', words: `You connected ${bank}.` }
    case 'notice_sent':
      return { icon: 'mail', state: 'info', words: `We wrote to you about ${bank}.` }
    case 'repair_proved':
      return { icon: stateIcons.healthy, state: 'healthy', words: `You reconnected ${bank}.` }
    case 'state_changed':
      return to ? { icon: stateIcons[to], state: to, words: tellState(to, bank) } : null
    default:
      return null
  }
}

function tellState(to: ItemState, bank: string): string {
  switch (to) {
    case 'healthy':
      return `${bank} is working again.`
    case 'disconnecting_soon':
      return `Your permission for ${bank} is about to end.`
    case 'login_required':
      return `${bank} stopped sharing.`
    case 'consent_needed':
      return `${bank} asked for your permission again.`
    case 'access_revoked':
      return `You stopped sharing ${bank}.`
    case 'unsupported':
      return `${bank} can’t be reconnected any more.`
    case 'removed':
      return `${bank} was removed.`
  }
}
