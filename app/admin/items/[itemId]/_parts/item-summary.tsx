import type { ItemForAdmin } from '#lib/features/admin/read-item.ts'
import { StateBadge } from '../../../../_ui/state-mark.tsx'
import { stateForConsole } from '../../../../_ui/state-words.ts'
import { InstitutionTile } from '../../../../_ui/tile.tsx'
import { elapsed } from '../../../_parts/elapsed.ts'
import { Answer } from './answer.tsx'

/** Takes the focus where a button that had it is gone. */
export const bankHeadingId = 'item-bank'

/** Whose Item it is, how it is, and the answer to "what happened?" in a few sentences. */
export function ItemSummary({ item, now }: { item: ItemForAdmin; now: Date }) {
  const { institution, person, incident } = item
  return (
    <section className="grid gap-3.5" aria-labelledby={bankHeadingId}>
      <header className="flex items-center gap-3.5">
        <InstitutionTile institution={institution} size={44} />
        <div className="min-w-0">
          <h2
            id={bankHeadingId}
            tabIndex={-1}
            className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xl wrap-anywhere"
          >
            {institution.name}
            <StateBadge state={item.state} words={stateForConsole(item.state)} />
          </h2>
          <p className="text-ink-2 wrap-anywhere">
            {person.name ? person.email : 'No name given'}
            {incident ? (
              <>
                {' '}
                · <span className="num whitespace-nowrap">open for {elapsed(incident.openedAt, now)}</span>
              </>
            ) : null}
          </p>
        </div>
      </header>
      <Answer item={item} now={now} />
    </section>
  )
}
