import type { BrokenItemRow } from '#lib/features/admin/read-broken-items.ts'
import { LocalTime } from '../../_ui/local-time.client.tsx'
import { StateText } from '../../_ui/state-mark.tsx'
import { stateForConsole } from '../../_ui/state-words.ts'
import { InstitutionTile } from '../../_ui/tile.tsx'
import { elapsed } from './elapsed.ts'
import { PersonCell } from './item-cells.tsx'
import styles from './list-table.module.css'
import { stepWords } from './step-words.ts'
import { Told } from './told.tsx'

/** One broken Item: who, where, what is wrong, what the person was told and did. */
export function BrokenItem({ row, now }: { row: BrokenItemRow; now: Date }) {
  const { person, institution } = row
  return (
    <tr>
      <PersonCell itemId={row.itemId} person={person} />
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
        <Told told={row.told} now={now} />
      </td>
      <td>
        <LastStep step={row.lastStep} now={now} />
      </td>
    </tr>
  )
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
