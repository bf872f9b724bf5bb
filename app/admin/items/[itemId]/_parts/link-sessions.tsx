import type { LinkStepKind } from '#lib/domain/link-steps.ts'
import type { UpdatePath } from '#lib/domain/update-path.ts'
import type { LinkSessionView } from '#lib/features/admin/read-link-sessions.ts'
import { LocalTime } from '../../../../_ui/local-time.client.tsx'

const stepWords: Record<LinkStepKind, string> = {
  opened: 'opened',
  went_to_bank: 'went to the bank’s own page',
  credentials_sent: 'sent a sign-in',
  mfa_asked: 'was asked for a code',
  mfa_sent: 'sent a code',
  failed: 'was refused',
  left: 'left',
  succeeded: 'succeeded',
  proved: 'proved',
}

const pathWords: Record<UpdatePath, string | null> = {
  embedded: null,
  hosted: 'on Plaid’s page',
  public_token: 'by public token',
}

/** How far the person came in each session of Link, and where it stopped. */
export function LinkSessions({ sessions, now }: { sessions: LinkSessionView[]; now: Date }) {
  if (sessions.length === 0) return null
  return (
    <section className="break-inside-avoid border-line px-5 py-3 xl:border-t" aria-labelledby="link-sessions">
      <h3 id="link-sessions" className="mb-1.5 font-medium text-ink-3 text-xs">
        Link sessions
      </h3>
      <ol>
        {sessions.map((session) => (
          <li key={session.sessionId} className="grid gap-0.5 border-line py-1.5 not-first:border-t">
            <span className="text-ink-2">
              <LocalTime at={session.startedAt} format="moment" now={now} />
              {pathWords[session.path] ? `, ${pathWords[session.path]}` : null}
            </span>
            <span className="wrap-anywhere">
              <Steps session={session} />
            </span>
            {session.plaidSessionId ? (
              <code className="select-all wrap-anywhere text-ink-3 text-xs">{session.plaidSessionId}</code>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Steps({ session: { steps, isOver } }: { session: LinkSessionView }) {
  if (steps.length === 0) return isOver ? 'ended, and told no steps' : 'token made; nothing heard of it yet'
  return steps.map(({ kind, errorCode, exitStatus }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name, and their order never changes
    <span key={index}>
      {index > 0 ? ', ' : null}
      {stepWords[kind]}
      {kind === 'failed' && errorCode ? <code> {errorCode}</code> : null}
      {kind === 'left' && exitStatus ? <code> {exitStatus}</code> : null}
    </span>
  ))
}
