import { exitLinkSession } from '../acts/end-link-session.ts'
import type { Sandbox } from '../sandbox.ts'
import type { LinkSession } from '../state/link.ts'
import type { PlaidErrorBody } from '../state/plaid-error.ts'
import { outcomeOf } from './outcome.ts'
import type { View } from './views.ts'

/** What the dialog gets of a session that has ended. */
export function endView(sandbox: Sandbox, session: LinkSession): View {
  return { pane: 'end', outcome: outcomeOf(sandbox, session) }
}

/** Link leaves without success. */
export function leave(sandbox: Sandbox, session: LinkSession, error: PlaidErrorBody | null): View {
  exitLinkSession(sandbox, session, error)
  return endView(sandbox, session)
}
