import { OperatorAlerts } from './operator-alerts.tsx'
import { UnconfirmedItems } from './unconfirmed-items.tsx'

/** What an admin should know before the list: it stands in none of its rows. */
export function FrontRemarks({ now }: { now: Date }) {
  return (
    <div className="grid gap-2.5 px-4 pt-4 empty:hidden lg:px-6">
      <OperatorAlerts now={now} />
      <UnconfirmedItems now={now} />
    </div>
  )
}
