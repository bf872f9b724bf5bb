import type { ItemForAdmin } from '#lib/features/admin/read-item.ts'
import { Callout } from '../../../../_ui/callout.tsx'
import { LocalTime } from '../../../../_ui/local-time.client.tsx'
import { Ago } from '../../../_parts/ago.client.tsx'

type UnconfirmedProps = { told: ItemForAdmin['unconfirmed']; now: Date }

/** What webhooks say of the Item while Plaid has not confirmed it: the state above may be out of date. */
export function Unconfirmed({ told, now }: UnconfirmedProps) {
  if (told.length === 0) return null
  return (
    <Callout state="disconnecting_soon" icon="clock" small>
      <strong>Told, not yet confirmed</strong>
      <ul>
        {told.map(({ deliveryId, webhookType, webhookCode, receivedAt }) => (
          <li key={deliveryId} className="wrap-anywhere">
            <code>
              {webhookType}: {webhookCode}
            </code>{' '}
            came <LocalTime at={receivedAt} format="inline" now={now} /> (<Ago at={receivedAt} now={now} />)
          </li>
        ))}
      </ul>
      Plaid has not confirmed it yet. Until it does, the Item stays as it was known before.
    </Callout>
  )
}
