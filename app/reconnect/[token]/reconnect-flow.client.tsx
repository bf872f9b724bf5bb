'use client'

import { useEffectEvent, useLayoutEffect, useState } from 'react'
import type { Refusal } from '../../_link/ask-server.client.ts'
import { type ExitMeaning, exitMeaning, type LinkEnd } from '../../_link/link-end.ts'
import { takeEnd } from '../../_link/link-session-store.client.ts'
import { useFocusOnChange } from '../../_link/use-focus-on-change.client.ts'
import { reportExit, useLink } from '../../_link/use-link.client.tsx'
import { CheckingPane } from './checking-pane.client.tsx'
import { HealthySheet } from './healthy-sheet.tsx'
import { InvitationPane, type InvitationProps } from './invitation-pane.client.tsx'
import { NotYetPane } from './not-yet-pane.client.tsx'
import { ProvedPane } from './proved-pane.client.tsx'
import { RefusedPane, StoppedPane } from './stopped-pane.client.tsx'
import type { CheckResult, Proof } from './use-check.client.tsx'

type View =
  | { pane: 'invitation' }
  | { pane: 'stopped'; meaning: ExitMeaning; errorCode: string | null }
  | { pane: 'refused'; message: string }
  | { pane: 'checking'; signedInAt: Date }
  | { pane: 'not_yet'; signedInAt: Date; trouble: string | null }
  | { pane: 'proved'; signedInAt: Date; provedAt: Date; proof: Proof | null }
  | { pane: 'healthy' }

/** From the invitation through Link to the proof. The browser never says that it works; only our server's answer does. */
export function ReconnectFlow({ token, source, ...invitation }: InvitationProps) {
  const [view, setView] = useState<View>({ pane: 'invitation' })
  const titleRef = useFocusOnChange(view)
  const path = `/api/reconnect/${encodeURIComponent(token)}`

  const showEnd = (end: LinkEnd) => {
    if (end.type === 'success') return setView({ pane: 'checking', signedInAt: new Date() })
    const errorCode = end.type === 'exit' ? end.errorCode : null
    setView({ pane: 'stopped', meaning: exitMeaning(end), errorCode })
  }

  const showOrReload = (code: string, next: View) => {
    // The link was closed since the page was written; the server has a page that says so.
    if (isLinkGone(code)) window.location.reload()
    else setView(next)
  }

  const showRefusal = ({ code, message }: Refusal) => {
    if (code === 'already_healthy') return setView({ pane: 'healthy' })
    showOrReload(code, { pane: 'refused', message })
  }

  const showResult = (signedInAt: Date) => (result: CheckResult) => {
    const provedAt = new Date()
    if (result.outcome === 'proved') return setView({ pane: 'proved', signedInAt, provedAt, proof: result })
    if (result.outcome === 'not_yet') return setView({ pane: 'not_yet', signedInAt, trouble: null })
    const { code, message } = result.refusal
    // A webhook can be faster than this page: the Item is healthy, and our server knows it.
    if (code === 'already_healthy') return setView({ pane: 'proved', signedInAt, provedAt, proof: null })
    showOrReload(code, { pane: 'not_yet', signedInAt, trouble: message })
  }

  const { phase, start, dialog } = useLink({
    source,
    tokenPath: `${path}/link-token`,
    exitPath: `${path}/exit`,
    purpose: { type: 'reconnect', token },
    onEnd: showEnd,
    onRefused: showRefusal,
  })

  const resume = useEffectEvent(() => {
    const end = takeEnd(token)
    if (!end) return
    if (end.type === 'exit') reportExit(`${path}/exit`, end)
    showEnd(end)
  })
  // Before the first paint: who comes back from the bank's own page must not see the invitation again.
  useLayoutEffect(() => resume(), [])

  const starting = { isBusy: phase !== 'idle', onStart: start }
  const common = { titleRef, parties: invitation.parties }
  return (
    <>
      <p className="sr" role="status">
        {announcementOf(phase, view.pane)}
      </p>
      {paneOf()}
      {dialog}
    </>
  )

  function paneOf() {
    switch (view.pane) {
      case 'invitation':
        return <InvitationPane {...invitation} {...starting} />
      case 'stopped':
        return <StoppedPane {...invitation} {...starting} {...view} titleRef={titleRef} />
      case 'refused':
        return <RefusedPane {...common} {...starting} message={view.message} />
      case 'checking':
        return <CheckingPane {...common} {...view} token={token} onResult={showResult(view.signedInAt)} />
      case 'not_yet':
        return (
          <NotYetPane
            {...common}
            {...starting}
            {...view}
            worksUntil={invitation.worksUntil}
            onCheck={() => setView({ pane: 'checking', signedInAt: view.signedInAt })}
          />
        )
      case 'proved':
        return <ProvedPane {...common} {...view} gapSince={invitation.gapSince} />
      case 'healthy':
        return <HealthySheet {...common} />
    }
  }
}

function isLinkGone(code: string): boolean {
  return code === 'link_closed' || code === 'link_unknown' || code === 'cannot_reconnect'
}

function announcementOf(phase: 'idle' | 'starting' | 'open', pane: View['pane']): string {
  if (phase === 'starting') return 'Opening your bank’s secure window'
  if (phase === 'idle' && pane === 'checking') return 'Asking your bank whether new data comes through'
  return ''
}
