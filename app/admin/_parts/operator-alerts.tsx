import Link from 'next/link'
import { readOperatorAlerts } from '#lib/features/admin/read-operator-alerts.ts'
import { Callout } from '../../_ui/callout.tsx'
import { Ago } from './ago.client.tsx'

/** Errors of the last days that no person can settle: whoever runs this installation must look. */
export async function OperatorAlerts({ now }: { now: Date }) {
  const alerts = await readOperatorAlerts(now)
  if (alerts.length === 0) return null
  return (
    <Callout state="login_required" icon="warning" small>
      <strong>For an operator, not for a person</strong>
      <ul>
        {alerts.map(({ errorCode, items, at, itemId }) => (
          <li key={errorCode} className="wrap-anywhere">
            <code>{errorCode}</code> at {items === 1 ? '1 Item' : `${items} Items`}, last <Ago at={at} now={now} />:{' '}
            <Link href={`/admin/items/${itemId}`} prefetch={false}>
              the newest one
            </Link>
          </li>
        ))}
      </ul>
    </Callout>
  )
}
