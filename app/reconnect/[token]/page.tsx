import type { Metadata } from 'next'
import { cache } from 'react'
import { readReconnectPage } from '#lib/features/reconnect/read-reconnect-page.ts'
import { brand } from '../../_ui/brand.ts'
import { PersonShell } from '../../_ui/person-shell.tsx'
import { ClosedLink, closedLinkTitles } from './closed-link.tsx'
import { HealthySheet, healthyTitle } from './healthy-sheet.tsx'
import { Invitation } from './invitation.tsx'
import { invitationTitle } from './invitation-words.tsx'
import { partiesOf } from './parties.tsx'

type ReconnectPageProps = { params: Promise<{ token: string }> }

/** The title and the page ask the same thing. Mail scanners open this address too, so reading changes nothing. */
const readPage = cache((token: string) => readReconnectPage(token, new Date()))

export async function generateMetadata({ params }: ReconnectPageProps): Promise<Metadata> {
  const page = await readPage((await params).token)
  if (page.state === 'open') return { title: invitationTitle(page) }
  return { title: page.state === 'healthy' ? healthyTitle : closedLinkTitles[page.state] }
}

/** Where the button of our mails leads: says what stopped, and brings it back without a sign-in here. */
export default async function ReconnectPage({ params }: ReconnectPageProps) {
  const { token } = await params
  const page = await readPage(token)
  return (
    <PersonShell className="reconnect">
      <main>
        {page.state === 'open' ? (
          <Invitation token={token} page={page} />
        ) : page.state === 'healthy' ? (
          <HealthySheet parties={partiesOf(page.institution, brand())} />
        ) : (
          <ClosedLink state={page.state} />
        )}
      </main>
    </PersonShell>
  )
}
