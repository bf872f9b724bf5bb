import type { ReactNode } from 'react'
import type { OpenReconnectPage } from '#lib/features/reconnect/read-reconnect-page.ts'
import { LocalTime } from '../../_ui/local-time.client.tsx'
import { bankFirstLead, bankFirstTitle } from './bank-first.tsx'

/** Names the bank, or for an errand at the bank the errand. */
export function invitationTitle({ itemState, errorClass, institution: { name } }: OpenReconnectPage): string {
  if (errorClass === 'bank_first') return bankFirstTitle
  switch (itemState) {
    case 'disconnecting_soon':
      return `Renew ${name}`
    case 'access_revoked':
      return `You stopped sharing ${name}`
    case 'unsupported':
      return `${name} can’t be reconnected`
    case 'login_required':
    case 'consent_needed':
    case 'healthy':
    case 'removed':
      return `Reconnect ${name}`
  }
}

/** What stopped or will stop, and what puts it right. */
export function invitationLead(page: OpenReconnectPage, companyName: string, now: Date): ReactNode {
  const { itemState, errorClass, errorCode, institution, brokenSince, endsAt } = page
  if (errorClass === 'bank_first') return bankFirstLead(errorCode, institution.name)
  switch (itemState) {
    case 'disconnecting_soon':
      return (
        <>
          {endsAt ? (
            <>
              Its permission ends on <LocalTime at={endsAt} format="day" now={now} />.
            </>
          ) : (
            'Its permission ends soon.'
          )}{' '}
          Renew before, and nothing stops.
        </>
      )
    case 'consent_needed':
      return `Your bank asks for your permission before it goes on sharing with ${companyName}. Sign in once, and tick every account that you want to see here.`
    case 'access_revoked':
      return `You stopped sharing this bank with ${companyName}. If you change your mind, the way back is here.`
    case 'unsupported':
      return 'This connection can’t come back. Connect the bank anew; your records stay.'
    case 'login_required':
    case 'healthy':
    case 'removed':
      return (
        <>
          Your bank stopped sharing with {companyName} on <LocalTime at={brokenSince} format="day" now={now} />. That
          happens after a new password or a new security step. Signing in once puts it right.
        </>
      )
  }
}
