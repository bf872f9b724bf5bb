'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { exitMeaning } from '#lib/domain/link-end.ts'
import { connectWords } from '../../_link/connect-words.ts'
import { LinkSession, type LinkSource } from '../../_link/link-session.client.tsx'
import {
  dropLinkSession,
  type KeptLinkSession,
  leaveReport,
  readLinkSession,
} from '../../_link/link-session-store.client.ts'
import type { LinkReport } from '../../_link/link-ticket.ts'
import { savePublicToken } from '../../_link/save-public-token.client.ts'
import { Sheet, Stamp } from '../../_link/sheet.tsx'
import { useFocusOnChange } from '../../_link/use-focus-on-change.client.ts'
import { ButtonLink } from '../../_ui/button.tsx'

type ReturnWords = Record<
  'title' | 'lead' | 'needsScript' | 'saving' | 'wait' | 'lost' | 'lostLead' | 'notConnected' | 'banks',
  string
>

type View =
  | { pane: 'resuming'; session: KeptLinkSession | null }
  | { pane: 'saving' }
  | { pane: 'lost' }
  | { pane: 'stopped'; words: string }

/** Goes on with the session that left for the bank: same link token, with the address that the bank came back to. */
export function OAuthReturn({ source, words }: { source: LinkSource; words: ReturnWords }) {
  const router = useRouter()
  const [view, setView] = useState<View>({ pane: 'resuming', session: null })
  const root = useRef<HTMLDivElement>(null)
  useFocusOnChange(view, root)

  useEffect(() => {
    const session = readLinkSession(new Date())
    // Without the bank's own mark in the address Link refuses to go on, for instance when somebody kept this page.
    const isReturn = new URLSearchParams(window.location.search).has('oauth_state_id')
    setView(session && isReturn ? { pane: 'resuming', session } : { pane: 'lost' })
  }, [])

  const endConnect = async ({ end }: LinkReport) => {
    if (end.type !== 'success' || !end.publicToken) {
      const meaning = end.type === 'exit' || end.type === 'script_failed' ? exitMeaning(end) : 'other'
      const said = connectWords[meaning]
      return said ? setView({ pane: 'stopped', words: said }) : router.replace('/dashboard')
    }
    setView({ pane: 'saving' })
    const refusal = await savePublicToken(end.publicToken)
    if (refusal) setView({ pane: 'stopped', words: refusal.message })
    else router.replace('/dashboard')
  }

  const onEnd =
    ({ purpose }: KeptLinkSession) =>
    (report: LinkReport) => {
      dropLinkSession()
      if (purpose.type === 'connect') return void endConnect(report)
      // The reconnect page shows and reports every end, so it gets this one too.
      leaveReport(purpose.token, report)
      router.replace(`/reconnect/${encodeURIComponent(purpose.token)}`)
    }

  return (
    <div ref={root} className="contents">
      <Sheet {...sheetOf(view, words)} />
      {view.pane === 'resuming' && view.session ? (
        <LinkSession
          ticket={view.session.ticket}
          receivedRedirectUri={window.location.href}
          source={source}
          onOpened={() => undefined}
          onEnd={onEnd(view.session)}
        />
      ) : null}
    </div>
  )
}

function sheetOf(
  view: View,
  words: ReturnWords,
): { picture: ReactNode; title: string; lead: ReactNode; alert?: boolean; act?: ReactNode } {
  switch (view.pane) {
    case 'resuming':
      return {
        picture: <Stamp icon="bank" />,
        title: words.title,
        lead: words.lead,
        act: (
          <noscript>
            <p className="fine">{words.needsScript}</p>
          </noscript>
        ),
      }
    case 'saving':
      return { picture: <Stamp icon="bank" />, title: words.saving, lead: words.wait }
    case 'lost':
      return {
        picture: <Stamp icon="link" />,
        title: words.lost,
        lead: words.lostLead,
        act: <SeeAllBanks words={words.banks} />,
      }
    case 'stopped':
      return {
        picture: <Stamp icon="bank" />,
        title: words.notConnected,
        lead: view.words,
        alert: true,
        act: <SeeAllBanks words={words.banks} />,
      }
  }
}

function SeeAllBanks({ words }: { words: string }) {
  return (
    <ButtonLink href="/dashboard" variant="primary" size="xl" block>
      {words}
    </ButtonLink>
  )
}
