import Link from 'next/link'
import type { DashboardItem } from '#lib/features/items/read-dashboard.ts'
import { LocalTime } from '../_ui/local-time.client.tsx'

type ConnectionWordsProps = { item: DashboardItem; company: string; now: Date }

/** What happened to a connection and what to do, in one or two sentences; nothing where all is well. */
export function ConnectionWords({ item, company, now }: ConnectionWordsProps) {
  const since = <LocalTime at={item.stateSince} format="day" now={now} />
  const bank = item.institution.name
  switch (item.state) {
    case 'login_required':
      if (item.errorClass === 'bank_first') {
        return (
          <>
            Stopped sharing on {since}. {bank} wants something from you before it shares again; the next page says what.
            Locked out there? <Link href="/help/locked-account">How to unlock it</Link>.
          </>
        )
      }
      return (
        <>
          Stopped sharing on {since}. {company} gets nothing new from it until you sign in once.
        </>
      )
    case 'consent_needed':
      return (
        <>
          Stopped sharing on {since}. {company} gets nothing new from it until you choose again what to share.{' '}
          <Link href="/help/accounts-missing">How to share accounts again</Link>.
        </>
      )
    case 'disconnecting_soon':
      if (!item.expiresAt) return <>Its permission ends soon. Renew before, and nothing stops.</>
      return (
        <>
          Its permission ends on <LocalTime at={item.expiresAt} format="day" now={now} />. Renew before, and nothing
          stops.
        </>
      )
    case 'access_revoked':
      return (
        <>
          You stopped sharing this bank with {company} on {since}. If you change your mind, the way back is here.
        </>
      )
    case 'unsupported':
      return <>This connection can’t come back. Connect the bank anew; your records stay.</>
    case 'healthy':
    case 'removed':
      return null
  }
}
