import { db } from '#lib/adapters/db/client.ts'
import { PlaidFault } from '#lib/adapters/plaid/plaid-fault.ts'
import { log } from '#lib/log.ts'
import { askAfterSession } from './ask-after-session.ts'
import { type Advised, advise } from './end-link-session.ts'
import type { UsableLink } from './find-reconnect-link.ts'

/** Why a proof makes no sense (yet): the session was left, or is still under way. */
export type Doubt = ({ outcome: 'left' } & Advised) | { outcome: 'not_yet' }

/**
 * Asks Plaid how a session went, where its end is more than the browser's word: of a hosted session no browser tells,
 * and an Item that will only be cut off later looks the same to `/item/get` whether it was renewed or not.
 * @returns null when nothing speaks against a success: a session that Plaid does not list is judged by the Item
 */
export async function judgeSession(link: UsableLink, linkSessionId: string, now: Date): Promise<Doubt | null> {
  const session = await db().linkSession.findFirst({ where: { id: linkSessionId, reconnectLinkId: link.linkId } })
  if (!session || session.path === 'public_token') return null
  if (session.path === 'embedded' && link.item.state !== 'disconnecting_soon') return null
  const found = await askAfterSession(session.id, now).catch((fault: unknown) => {
    if (!(fault instanceof PlaidFault)) throw fault
    log.warn({ linkSessionId, errorCode: fault.code }, 'reconnect: Plaid did not say how a session went')
    return null
  })
  if (found === null || found.stand === 'running') return { outcome: 'not_yet' }
  if (found.stand !== 'left') return null
  return { outcome: 'left', ...(await advise(link.incident.id, { exit: found.exit, sessionId: session.id }, now)) }
}
