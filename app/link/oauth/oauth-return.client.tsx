'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'
import { connectWords } from '../../_link/connect-words.ts'
import { exitMeaning, type LinkEnd } from '../../_link/link-end.ts'
import { LinkSession, type LinkSource } from '../../_link/link-session.client.tsx'
import {
  dropLinkSession,
  type KeptLinkSession,
  leaveEnd,
  readLinkSession,
} from '../../_link/link-session-store.client.ts'
import { savePublicToken } from '../../_link/save-public-token.client.ts'
import { Sheet, Stamp } from '../../_link/sheet.tsx'
import { useFocusOnChange } from '../../_link/use-focus-on-change.client.ts'
import { ButtonLink } from '../../_ui/button.tsx'

type View =
  | { pane: 'resuming'; session: KeptLinkSession | null }
  | { pane: 'saving' }
  | { pane: 'lost' }
  | { pane: 'stopped'; words: string }

/** Goes on with the session that left for the bank: same link token, with the address that the bank came back to. */
export function OAuthReturn({ source }: { source: LinkSource }) {
  const router = useRouter()
  const [view, setView] = useState<View>({ pane: 'resuming', session: null })
  const titleRef = useFocusOnChange(view)

  useEffect(() => {
    const session = readLinkSession(new Date())
    // Without the bank's own mark in the address Link refuses to go on, for instance when somebody kept this page.
    const isReturn = new URLSearchParams(window.location.search).has('oauth_state_id')
    setView(session && isReturn ? { pane: 'resuming', session } : { pane: 'lost' })
  }, [])

  const endConnect = async (end: LinkEnd) => {
    if (end.type !== 'success' || !end.publicToken) {
      const words = connectWords[end.type === 'success' ? 'other' : exitMeaning(end)]
      return words ? setView({ pane: 'stopped', words }) : router.replace('/dashboard')
    }
    setView({ pane: 'saving' })
    const refusal = await savePublicToken(end.publicToken)
    if (refusal) setView({ pane: 'stopped', words: refusal.message })
    else router.replace('/dashboard')
  }

  const onEnd =
    ({ purpose }: KeptLinkSession) =>
    (end: LinkEnd) => {
      dropLinkSession()
      if (purpose.type === 'connect') return void endConnect(end)
      // The reconnect page shows and reports every end, so it gets this one too.
      leaveEnd(purpose.token, end)
      router.replace(`/reconnect/${encodeURIComponent(purpose.token)}`)
    }

  return (
    <>
      <Sheet {...sheetOf(view)} titleRef={titleRef} />
      {view.pane === 'resuming' && view.session ? (
        <LinkSession
          linkToken={view.session.linkToken}
          receivedRedirectUri={window.location.href}
          source={source}
          onOpened={() => undefined}
          onEnd={onEnd(view.session)}
        />
      ) : null}
    </>
  )
}

function sheetOf(view: View): { picture: ReactNode; title: string; lead: ReactNode; alert?: boolean; act?: ReactNode } {
  switch (view.pane) {
    case 'resuming':
      return {
        picture: <Stamp icon="bank" />,
        title: 'Back from your bank',
        lead: 'One moment, we go on where you left.',
        act: (
          <noscript>
            <p className="fine">Going on needs JavaScript. Switch it on for this page, then load it again.</p>
          </noscript>
        ),
      }
    case 'saving':
      return { picture: <Stamp icon="bank" />, title: 'Connecting your bank', lead: 'One moment.' }
    case 'lost':
      return {
        picture: <Stamp icon="link" />,
        title: 'Please start once more',
        lead: 'Your bank sent you back, but this browser doesn’t know what you had begun: perhaps in another one, or too long ago. Nothing has changed. Open the link in our e-mail again, or look at your banks.',
        act: <SeeAllBanks />,
      }
    case 'stopped':
      return {
        picture: <Stamp icon="bank" />,
        title: 'Not connected',
        lead: view.words,
        alert: true,
        act: <SeeAllBanks />,
      }
  }
}

function SeeAllBanks() {
  return (
    <ButtonLink href="/dashboard" variant="primary" size="xl" block>
      See all my banks
    </ButtonLink>
  )
}
