'use client'

import { AdvicePane } from './advice-pane.client.tsx'
import { CheckingPane } from './checking-pane.client.tsx'
import { HealthySheet } from './healthy-sheet.tsx'
import { InvitationPane } from './invitation-pane.client.tsx'
import { NotYetPane } from './not-yet-pane.client.tsx'
import { ProvedPane } from './proved-pane.client.tsx'
import { RefusedPane } from './refused-pane.client.tsx'
import type { CheckResult } from './use-check.client.ts'
import type { ReconnectFlowProps, View } from './views.ts'

type ViewPaneProps = Omit<ReconnectFlowProps, 'source'> & {
  view: View
  isBusy: boolean
  onStart: () => void
  onHosted: () => void
  onShareAgain: () => void
  onCheck: (view: View) => void
  onResult: (view: View & { pane: 'checking' }) => (result: CheckResult) => void
}

/** The view that is shown, each with what it needs. */
export function ViewPane({ view, onHosted, onShareAgain, onCheck, onResult, ...facts }: ViewPaneProps) {
  const { words, parties, isBusy, onStart, itemState, position, language } = facts
  const common = { words, parties, isBusy, onStart }
  const goodToKnow = {
    label: facts.invitation.asideLabel,
    content: (
      <>
        {facts.invitation.aside}
        {words.handover}
      </>
    ),
  }
  switch (view.pane) {
    case 'invitation':
      return <InvitationPane {...facts} words={facts.invitation} opening={words.opening} aside={goodToKnow} />
    case 'advice':
      return (
        <AdvicePane {...common} advice={view.advice} itemState={itemState} position={position} onHosted={onHosted} />
      )
    case 'refused':
      return <RefusedPane {...common} code={view.code} aside={goodToKnow} />
    case 'checking':
      return <CheckingPane {...common} token={facts.token} check={view.check} onResult={onResult(view)} />
    case 'not_yet':
      return (
        <NotYetPane
          {...common}
          trouble={view.trouble}
          onCheck={() => onCheck({ pane: 'checking', check: view.check })}
        />
      )
    case 'proved':
      return (
        <ProvedPane
          {...common}
          proof={view.proof}
          signedInAt={view.check.signedInAt}
          provedAt={view.provedAt}
          language={language}
          onShareAgain={onShareAgain}
        />
      )
    case 'healthy':
      return <HealthySheet parties={parties} {...words.healthy} banks={words.banks} />
  }
}
