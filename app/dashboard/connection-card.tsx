import { canReconnect, isBroken } from '#lib/domain/item-state.ts'
import type { DashboardItem } from '#lib/features/items/read-dashboard.ts'
import { Card } from '../_ui/card.tsx'
import { LocalTime } from '../_ui/local-time.client.tsx'
import { StateText } from '../_ui/state-mark.tsx'
import { stateForPerson } from '../_ui/state-words.ts'
import { SubmitButton } from '../_ui/submit-button.client.tsx'
import { InstitutionTile } from '../_ui/tile.tsx'
import './connection-card.css'
import { ConnectionWords } from './connection-words.tsx'
import { reconnectAction } from './reconnect-action.ts'

type ConnectionCardProps = {
  item: DashboardItem
  company: string
  now: Date
  /** The one card of the page whose button is the main one. */
  first?: boolean
}

/** One bank of a person's: how it is, which accounts, and the one thing to do about it. */
export function ConnectionCard({ item, company, now, first = false }: ConnectionCardProps) {
  const { itemId, institution, state, accounts, expiresAt } = item
  const needsPerson = state === 'login_required' || state === 'consent_needed'
  const headingId = `bank-${itemId}`
  return (
    <Card className={needsPerson ? 'conn needs' : 'conn'} data-needs={state} aria-labelledby={headingId}>
      <header>
        <InstitutionTile institution={institution} size={44} />
        <h3 id={headingId}>{institution.name}</h3>
        <StateText state={state} words={stateForPerson(state, { endsAt: expiresAt, now })} />
      </header>
      {state === 'healthy' ? null : (
        <p className="say">
          <ConnectionWords item={item} company={company} now={now} />
        </p>
      )}
      {item.newAccountsAt && !isBroken(state) ? (
        <p className="say">New accounts found at this bank. {company} sees them only if you choose to share them.</p>
      ) : null}
      {accounts.length > 0 ? <Accounts accounts={accounts} /> : null}
      <Facts item={item} now={now} />
      {canReconnect(state) ? (
        <form action={reconnectAction}>
          <input type="hidden" name="itemId" value={itemId} />
          <SubmitButton size="lg" variant={first ? 'primary' : 'secondary'} busyWords="One moment">
            {buttonWords(state)} <span className="sr">{institution.name}</span>
          </SubmitButton>
        </form>
      ) : null}
    </Card>
  )
}

function buttonWords(state: DashboardItem['state']): string {
  if (state === 'disconnecting_soon') return 'Renew'
  return state === 'access_revoked' ? 'Share it again' : 'Reconnect'
}

function Accounts({ accounts }: Pick<DashboardItem, 'accounts'>) {
  return (
    <ul className="accts">
      {accounts.map(({ plaidAccountId, name, mask }) => (
        <li key={plaidAccountId}>
          <span>{name}</span>
          {mask ? (
            <span className="mask">
              <span aria-hidden="true">•• </span>
              <span className="sr">ending in </span>
              {mask}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** When data last came, and until when the person's permission holds, as far as these are known. */
function Facts({ item, now }: { item: DashboardItem; now: Date }) {
  const { lastUpdateAt, expiresAt, state } = item
  const until = state === 'healthy' ? expiresAt : null
  if (!lastUpdateAt && !until) return null
  return (
    <p className="meta">
      {lastUpdateAt ? (
        <span>
          Updated <LocalTime at={lastUpdateAt} format="inline" now={now} />
        </span>
      ) : null}
      {until ? (
        <span>
          Shared until <LocalTime at={until} format="day" now={now} />
        </span>
      ) : null}
    </p>
  )
}
