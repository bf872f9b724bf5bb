import { type FoundLink, findReconnectLink } from './find-reconnect-link.ts'

/** `done`: the bank works again; `gone`: the link is good for nothing any more. */
export type LinkStateNow = 'open' | 'done' | 'gone'

/**
 * How a link stands, and whose it is, for a page that waits for another tab or device. Reads only. Null when no such
 * link was ever made.
 */
export async function readLinkState(
  token: string,
  now: Date,
): Promise<{ linkId: string; userId: string; state: LinkStateNow } | null> {
  const found = await findReconnectLink(token, now)
  return found && { linkId: found.linkId, userId: found.item.userId, state: stateNow(found) }
}

function stateNow({ state, item }: FoundLink): LinkStateNow {
  if (state === 'open') return 'open'
  return state === 'used' && item.state === 'healthy' ? 'done' : 'gone'
}
