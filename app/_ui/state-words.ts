import { dayMs } from '#lib/domain/durations.ts'
import type { ItemState } from '#lib/domain/item-state.ts'
import type { IconName } from './icon-drawings.tsx'

/** What the kit can colour and draw: the states of an Item, and two things that are not states. */
export type ShownState = ItemState | 'outage' | 'info'

/** Each state has its own outline, so that colour never stands alone. */
export const stateIcons: Record<ShownState, IconName> = {
  healthy: 'state-healthy',
  disconnecting_soon: 'state-disconnecting-soon',
  login_required: 'state-login-required',
  consent_needed: 'state-consent-needed',
  access_revoked: 'state-access-revoked',
  unsupported: 'state-unsupported',
  removed: 'state-removed',
  outage: 'state-outage',
  info: 'info',
}

const wordsForPerson: Record<ItemState, string> = {
  healthy: 'Working',
  disconnecting_soon: 'Ends soon',
  login_required: 'Needs you to sign in',
  consent_needed: 'Needs your permission',
  access_revoked: 'You stopped sharing',
  unsupported: 'Can’t be reconnected',
  removed: 'Removed',
}

const wordsForConsole: Record<ItemState, string> = {
  healthy: 'Healthy',
  disconnecting_soon: 'Ends soon',
  login_required: 'Sign-in needed',
  consent_needed: 'Permission needed',
  access_revoked: 'Access withdrawn',
  unsupported: 'Cannot reconnect',
  removed: 'Removed',
}

/** A state in the person's words; a connection that ends says when, if that is known. */
export function stateForPerson(state: ItemState, ends?: { endsAt: Date | null; now: Date }): string {
  if (state !== 'disconnecting_soon' || !ends?.endsAt) return wordsForPerson[state]
  const days = Math.ceil((ends.endsAt.getTime() - ends.now.getTime()) / dayMs)
  if (days < 0) return wordsForPerson[state]
  if (days <= 1) return 'Ends within a day'
  return `Ends in ${days} days`
}

/** A state in the console's words: exact and terse. */
export function stateForConsole(state: ItemState): string {
  return wordsForConsole[state]
}
