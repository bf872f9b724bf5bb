import type { Sandbox } from '../sandbox.ts'
import type { Delivery } from '../state/delivery.ts'
import type { LinkSession } from '../state/link.ts'
import type { WebhookBody } from '../webhooks/item-webhooks.ts'
import { linkWebhooks } from '../webhooks/link-webhooks.ts'
import { sendWebhook } from '../webhooks/send-webhook.ts'

function tell(sandbox: Sandbox, session: LinkSession, body: WebhookBody): Delivery | null {
  const token = sandbox.store.state.linkTokens[session.linkToken]
  if (!token?.hosted || token.webhook === null || sandbox.moods.linkWebhooksOff) return null
  return sendWebhook(sandbox, { itemId: null, url: token.webhook, body })
}

/** Tells the app how a hosted session ended, and closes its address. Where the app shows Link itself, it knows already. */
export function tellSessionEnd(sandbox: Sandbox, session: LinkSession): void {
  const token = sandbox.store.state.linkTokens[session.linkToken]
  if (!token?.hosted) return
  token.dead = true
  sandbox.store.changed()
  tell(sandbox, session, linkWebhooks.sessionFinished(session))
  tellLinkEvents(sandbox, session)
}

/** LINK: EVENTS with all that happened so far; null where nobody is told. */
export function tellLinkEvents(sandbox: Sandbox, session: LinkSession): Delivery | null {
  return tell(sandbox, session, linkWebhooks.events(session))
}
