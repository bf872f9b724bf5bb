import type { Metadata } from 'next'
import { readPreferences } from '#lib/features/accounts/read-preferences.ts'
import { readDashboard } from '#lib/features/items/read-dashboard.ts'
import { requireUser } from '../_auth/require-user.ts'
import { noteBrowserLanguage } from '../_browser/browser-language.ts'
import { TellTimeZone } from '../_browser/tell-time-zone.client.tsx'
import { pageLanguage } from '../_languages/page-language.ts'
import { ConnectBank } from '../_link/connect-bank.client.tsx'
import { BrowserMessages } from '../_push/browser-messages.tsx'
import { brand } from '../_ui/brand.ts'
import { Icon } from '../_ui/icon.tsx'
import { linkScriptUrl } from '../_ui/link-script.ts'
import { nonce } from '../_ui/nonce.ts'
import { Connections } from './connections.tsx'
import './dashboard.css'
import { DashboardFrame } from './dashboard-frame.tsx'
import { FirstBank } from './first-bank.tsx'
import { headline } from './headline.ts'
import { Lately } from './lately.tsx'

export const metadata: Metadata = { title: 'Your banks' }

/** A signed-in person's banks: what needs them first, then the rest, and what happened lately. */
export default async function DashboardPage() {
  const person = await requireUser()
  await noteBrowserLanguage(person.userId)
  const [{ items, lately }, preferences] = await Promise.all([
    readDashboard(person.userId),
    readPreferences(person.userId),
  ])
  const company = brand()
  const now = new Date()
  const linkSource = { scriptUrl: linkScriptUrl(), nonce: await nonce() }
  const { title, rest } = headline(items.map(({ state }) => state))
  return (
    <DashboardFrame person={person}>
      <main>
        <div className="headline">
          <h1>{title}</h1>
          {rest ? <p>{rest}</p> : null}
          {items.length > 0 ? (
            <div className="way">
              <ConnectBank {...linkSource} size="lg">
                <Icon name="plus" />
                Connect a bank
              </ConnectBank>
            </div>
          ) : null}
        </div>
        <div className="cols">
          {items.length > 0 ? (
            <Connections items={items} company={company.name} now={now} />
          ) : (
            <FirstBank company={company} connect={<ConnectBank {...linkSource} variant="primary" size="xl" />} />
          )}
          <div className="beside">
            <Lately entries={lately} now={now} />
            {preferences && items.length > 0 ? (
              <BrowserMessages endpoints={preferences.endpoints} language={await pageLanguage()} />
            ) : null}
          </div>
        </div>
        <TellTimeZone known={preferences?.browserTimeZone ?? null} />
      </main>
    </DashboardFrame>
  )
}
