import type { LinkEventsWebhook, LinkSessionFinishedWebhook } from 'plaid'
import { presentLinkEvent } from '../plaid/present-link-event.ts'
import type { Wire } from '../plaid/wire.ts'
import type { LinkSession } from '../state/link.ts'

function linkWebhook<Code extends string>(session: LinkSession, code: Code) {
  return {
    webhook_type: 'LINK',
    webhook_code: code,
    link_session_id: session.linkSessionId,
    link_token: session.linkToken,
    environment: 'sandbox',
  } as const
}

/** The bodies of Plaid's LINK webhooks. They name no Item: the app knows its link token. */
export const linkWebhooks = {
  sessionFinished: (session: LinkSession) =>
    ({
      ...linkWebhook(session, 'SESSION_FINISHED'),
      status: session.publicToken === null ? 'EXITED' : 'SUCCESS',
      public_tokens: session.publicToken === null ? [] : [session.publicToken],
    }) satisfies Wire<LinkSessionFinishedWebhook>,
  events: (session: LinkSession) =>
    ({
      ...linkWebhook(session, 'EVENTS'),
      events: session.events.map(presentLinkEvent),
    }) satisfies Wire<LinkEventsWebhook>,
}
