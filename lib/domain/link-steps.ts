/** What can happen in a Link session, for the history and for figures; no personal data. */
export const linkStepKinds = [
  'opened',
  'went_to_bank',
  'credentials_sent',
  'mfa_asked',
  'mfa_sent',
  'failed',
  'left',
  'succeeded',
  'proved',
] as const
export type LinkStepKind = (typeof linkStepKinds)[number]

export type LinkStep = {
  kind: LinkStepKind
  at: Date
  errorCode: string | null
  exitStatus: string | null
  requestId: string | null
}

/** One of Link's events, from the browser's onEvent or from Plaid's `EVENTS` webhook, cut down to what is kept. */
export type LinkEvent = {
  name: string
  at: Date
  errorCode: string | null
  exitStatus: string | null
  viewName: string | null
  requestId: string | null
}

/**
 * What an event tells, or null where it tells nothing that is kept. Events come at the end of the flow and in any
 * order; their own times count (plaid.com/docs/link/web, onEvent).
 */
export function stepOf(event: LinkEvent): LinkStep | null {
  const kind = kindOf(event)
  const { at, errorCode, exitStatus, requestId } = event
  return kind && { kind, at, errorCode, exitStatus, requestId }
}

function kindOf({ name, viewName, errorCode }: LinkEvent): LinkStepKind | null {
  switch (name) {
    case 'OPEN':
      return 'opened'
    case 'OPEN_OAUTH':
      return 'went_to_bank'
    case 'SUBMIT_CREDENTIALS':
      return 'credentials_sent'
    case 'SUBMIT_MFA':
      return 'mfa_sent'
    case 'TRANSITION_VIEW':
      return viewName === 'MFA' ? 'mfa_asked' : null
    case 'ERROR':
      return errorCode === null ? null : 'failed'
    case 'EXIT':
      return 'left'
    case 'HANDOFF':
      return 'succeeded'
    default:
      return null
  }
}

/** What a step is recognised by when it is told a second time, by another way. */
export function signOf({ kind, at, errorCode }: LinkStep): string {
  // A session ends and is proved once, and the ways to tell it differ in their times.
  const isOnce = kind === 'opened' || kind === 'left' || kind === 'succeeded' || kind === 'proved'
  return isOnce ? kind : `${kind} ${at.toISOString()} ${errorCode ?? ''}`.trimEnd()
}
