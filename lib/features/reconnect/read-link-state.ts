import { findReconnectLink } from './find-reconnect-link.ts'

/** `done`: the bank works again; `gone`: the link is good for nothing any more. */
export type LinkStateNow = 'open' | 'done' | 'gone'

/** How a link stands, for a page that waits for another tab or device. Reads only. */
export async function readLinkState(token: string, now: Date): Promise<LinkStateNow> {
  const found = await findReconnectLink(token, now)
  if (found?.state === 'open') return 'open'
  return found?.state === 'used' && found.item.state === 'healthy' ? 'done' : 'gone'
}
