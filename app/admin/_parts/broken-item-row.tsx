import Link from 'next/link'
import type { BrokenItemRow } from '#lib/features/admin/read-broken-items.ts'
import { LocalTime } from '../../_ui/local-time.client.tsx'
import { StateText } from '../../_ui/state-mark.tsx'
import { stateForConsole } from '../../_ui/state-words.ts'
import { InstitutionTile } from '../../_ui/tile.tsx'
import { elapsed } from './elapsed.ts'
import styles from './list-table.module.css'
import { reasonWords } from './reason-words.ts'
import { stepWords } from './step-words.ts'

/** One broken Item: who, where, what is wrong, what the person was told and did. */
export function BrokenItem({ row, now }: { row: BrokenItemRow; now: Date }) {
  const { person, institution } = row
  return (
    <tr>
      <td>
        <Link
          className={`truncate ${styles.who}`}
          href={`/admin/items/${row.itemId}`}
          title={person.name ?? person.email}
        >
          {person.name ?? person.email}
        </Link>
        <small className="truncate" title={person.name ? person.email : undefined}>
          {person.name ? person.email : 'no name given'}
        </small>
      </td>
      <td>
        <span className={styles.bank}>
          <InstitutionTile institution={institution} size={20} />
          <span className="truncate" title={institution.name}>
            {institution.name}
          </span>
        </span>
      </td>
      <td>
        <StateText state={row.state} words={stateForConsole(row.state)} />
        {row.errorCode ? (
          <small className="truncate" title={row.errorCode}>
            <code>{row.errorCode}</code>
          </small>
        ) : null}
      </td>
      <td className="num">
        <span className={styles.label}>Open for </span>
        {elapsed(row.openedAt, now)}
      </td>
      <td className="num">
        <Told notices={row.notices} now={now} />
      </td>
      <td>
        <LastStep step={row.lastStep} now={now} />
      </td>
    </tr>
  )
}

function Told({ notices, now }: { notices: BrokenItemRow['notices']; now: Date }) {
  const { sent, lastAt, lastState, lastReason } = notices
  const total = sent === 0 ? null : `${sent} sent`
  const when = lastAt ? <LocalTime at={lastAt} format="moment" now={now} /> : null
  switch (lastState) {
    case null:
      return <span className={styles.none}>Not told</span>
    case 'sent':
      return (
        <>
          {total}
          <small>{when}</small>
        </>
      )
    case 'pending':
      return (
        <>
          {total ? `${total}, 1 waiting` : 'Waiting to go out'}
          <small>{when}</small>
        </>
      )
    case 'dropped':
    case 'failed':
      return (
        <>
          <span className={lastState === 'failed' ? styles.bad : undefined}>
            {lastState === 'failed' ? 'Failed' : 'Dropped'}
          </span>
          {total ? `, ${total}` : null}
          <small className="truncate" title={lastReason ?? undefined}>
            {lastReason ? reasonWords(lastReason) : when}
          </small>
        </>
      )
  }
}

function LastStep({ step, now }: { step: BrokenItemRow['lastStep']; now: Date }) {
  if (!step) return <span className={styles.none}>Nothing yet</span>
  return (
    <>
      {stepWords[step.kind]}
      <small>
        <LocalTime at={step.at} format="moment" now={now} />
      </small>
    </>
  )
}
