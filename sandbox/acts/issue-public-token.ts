import type { Sandbox } from '../sandbox.ts'
import { newId } from '../state/ids.ts'

const lifeMs = 30 * 60 * 1000

/** A one-use public token for this Item, good for 30 minutes. */
export function issuePublicToken(sandbox: Sandbox, itemId: string): string {
  const publicToken = newId.publicToken()
  const expiresAt = new Date(sandbox.now().getTime() + lifeMs).toISOString()
  sandbox.store.state.publicTokens[publicToken] = { publicToken, itemId, expiresAt, exchanged: false }
  sandbox.store.changed()
  return publicToken
}
