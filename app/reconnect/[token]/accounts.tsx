import type { AccountView } from '#lib/features/items/views.ts'
import './accounts.css'
import type { PageFacts } from './page-facts.ts'
import { dayTag } from './small-parts.tsx'

// More would push the way on off the screen; the rest is counted.
const mostShown = 8

/** The accounts that are shared, or of which nothing new comes. */
export function Accounts({ facts }: { facts: PageFacts }) {
  const { page, t } = facts
  if (page.accounts.length === 0) return null
  const hidden = page.accounts.length - mostShown
  const stillFlows = page.itemState === 'disconnecting_soon'
  return (
    <section className="list" aria-labelledby="accounts">
      <h2 id="accounts" className="cap">
        {stillFlows
          ? t('reconnect.accounts.now')
          : t.rich('reconnect.accounts.since', dayTag(page.lastUpdateAt ?? page.brokenSince, facts))}
      </h2>
      <ul>
        {page.accounts.slice(0, mostShown).map((account) => (
          <AccountRow key={account.plaidAccountId} account={account} />
        ))}
        {hidden > 0 ? <li className="mask">{t('reconnect.accounts.hidden', { count: hidden })}</li> : null}
      </ul>
    </section>
  )
}

function AccountRow({ account: { name, mask } }: { account: AccountView }) {
  return (
    <li>
      <span className="grow name">{name}</span>
      {mask ? <span className="mask">•• {mask}</span> : null}
    </li>
  )
}
