import Link from 'next/link'
import { readUnconfirmedItems } from '#lib/features/admin/read-unconfirmed.ts'
import { Callout } from '../../_ui/callout.tsx'
import { Ago } from './ago.client.tsx'

/** Items of which Plaid told and has not confirmed it, so that they stand in no list of broken ones yet. */
export async function UnconfirmedItems({ now }: { now: Date }) {
  const { items, hasMore } = await readUnconfirmedItems()
  if (items.length === 0) return null
  return (
    <Callout state="disconnecting_soon" icon="clock" small>
      <strong>Told, not yet confirmed by Plaid</strong>
      <ul>
        {items.map(({ itemId, person, institutionName, webhookType, webhookCode, receivedAt }) => (
          <li key={itemId} className="wrap-anywhere">
            <Link href={`/admin/items/${itemId}`} prefetch={false}>
              {person.name ?? person.email}
            </Link>{' '}
            at {institutionName}: <code>{`${webhookType}: ${webhookCode}`}</code> <Ago at={receivedAt} now={now} />
          </li>
        ))}
        {hasMore ? <li>and more that came later</li> : null}
      </ul>
    </Callout>
  )
}
