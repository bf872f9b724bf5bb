'use client'

import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Refusal } from '../../_link/ask-server.client.ts'
import { takeReport } from '../../_link/link-session-store.client.ts'
import type { LinkReport } from '../../_link/link-ticket.ts'
import { useFocusOnChange } from '../../_link/use-focus-on-change.client.ts'
import { useLink } from '../../_link/use-link.client.tsx'
import { askForTicket, tellEnd } from './reconnect-calls.client.ts'
import type { CheckResult } from './use-check.client.ts'
import { useLinkState } from './use-link-state.client.ts'
import { ViewPane } from './view-pane.client.tsx'
import type { ReconnectFlowProps, View } from './views.ts'

/** From the invitation through Link to the proof. The browser never says that it works; only our server's answer does. */
export function ReconnectFlow({ token, source, ...facts }: ReconnectFlowProps) {
  const [view, setView] = useState<View>({ pane: facts.itemState === 'healthy' ? 'healthy' : 'invitation' })
  const root = useRef<HTMLDivElement>(null)
  useFocusOnChange(view, root)

  const showReport = async (report: LinkReport) => {
    const { end, linkSessionId } = report
    if (end.type === 'script_failed') return setView({ pane: 'advice', advice: 'blocked' })
    const signedInAt = end.type === 'success' ? new Date() : null
    if (end.type !== 'exit') setView({ pane: 'checking', check: { linkSessionId, signedInAt } })
    const advice = await tellEnd(token, report)
    // Who only wanted to share more after the proof has lost nothing of it.
    if (end.type === 'exit') setView(view.pane === 'proved' ? { ...view } : { pane: 'advice', advice })
  }

  const showOrReload = (code: string, next: View) => {
    // The link was closed since the page was written; the server has a page that says so.
    if (isLinkGone(code)) window.location.reload()
    else setView(next)
  }

  const showRefusal = ({ code }: Refusal) => {
    if (code === 'already_healthy') return setView({ pane: 'healthy' })
    showOrReload(code, { pane: 'refused', code })
  }

  const showResult = (checked: View & { pane: 'checking' }) => (result: CheckResult) => {
    const { check } = checked
    const provedAt = new Date()
    if (result.outcome === 'proved') return setView({ pane: 'proved', check, provedAt, proof: result })
    if (result.outcome === 'not_yet') return setView({ pane: 'not_yet', check, trouble: null })
    if (result.outcome === 'left') return setView({ pane: 'advice', advice: result.advice })
    const { code } = result.refusal
    // A webhook can be faster than this page: the Item is healthy, and our server knows it.
    if (code === 'already_healthy') return setView({ pane: 'proved', check, provedAt, proof: null })
    showOrReload(code, { pane: 'not_yet', check, trouble: code })
  }

  const { phase, start, dialog } = useLink({
    source,
    askForTicket: (wish) => askForTicket(token, wish),
    purpose: { type: 'reconnect', token },
    onEnd: (report) => void showReport(report),
    onRefused: showRefusal,
  })

  const isWaiting =
    phase === 'idle' && (view.pane === 'invitation' || view.pane === 'advice' || view.pane === 'not_yet')
  useLinkState(token, isWaiting, (state) => {
    if (state === 'gone') return window.location.reload()
    setView({ pane: 'proved', check: { linkSessionId: null, signedInAt: null }, provedAt: new Date(), proof: null })
  })

  const resume = useEffectEvent(() => {
    const report = takeReport(token)
    if (report) void showReport(report)
  })
  // Before the first paint: who comes back from the bank's own page must not see the invitation again.
  useLayoutEffect(() => resume(), [])

  const { said } = facts.words
  return (
    <div ref={root} className="contents">
      <p className="sr" role="status">
        {phase === 'starting' ? said.opening : phase === 'idle' && view.pane === 'checking' ? said.checking : ''}
      </p>
      <ViewPane
        {...facts}
        token={token}
        view={view}
        isBusy={phase !== 'idle'}
        onStart={() => start()}
        onHosted={() => start({ wantsHosted: true })}
        onShareAgain={() => start({ sharesAgain: true })}
        onCheck={setView}
        onResult={showResult}
      />
      {dialog}
    </div>
  )
}

function isLinkGone(code: string): boolean {
  return code === 'link_closed' || code === 'link_unknown' || code === 'cannot_reconnect' || code === 'not_signed_in'
}
