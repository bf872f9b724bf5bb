import { refuse } from '../plaid/refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import type { SandboxItem } from '../state/item.ts'
import { requireLiveItem } from './find.ts'

/** Uses a public token up, by exchange or by opening Link with it; refuses with INVALID_PUBLIC_TOKEN when it is over. */
export function spendPublicToken(sandbox: Sandbox, publicToken: string): SandboxItem {
  const token = sandbox.store.state.publicTokens[publicToken]
  if (!token) throw refuse('INVALID_PUBLIC_TOKEN')
  if (token.exchanged) throw refuse('INVALID_PUBLIC_TOKEN', { error_message: 'public token was already exchanged' })
  if (new Date(token.expiresAt) <= sandbox.now()) {
    throw refuse('INVALID_PUBLIC_TOKEN', { error_message: 'provided public token is expired' })
  }
  const item = requireLiveItem(sandbox, token.itemId)
  token.exchanged = true
  sandbox.store.changed()
  return item
}
