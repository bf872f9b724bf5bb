import type { ItemState } from './item-state.ts'

/** What a notice is about; each has its own words and its own next step. */
export const noticeKinds = ['broken', 'ends_soon', 'access_revoked', 'cannot_return', 'repaired'] as const
export type NoticeKind = (typeof noticeKinds)[number]

const statesOfKind: Record<NoticeKind, readonly ItemState[]> = {
  broken: ['login_required', 'consent_needed'],
  ends_soon: ['disconnecting_soon'],
  access_revoked: ['access_revoked'],
  cannot_return: ['unsupported'],
  repaired: ['healthy'],
}

/** Whether a notice of this kind still tells the truth about an Item in this state. */
export function isStillTrue(kind: NoticeKind, state: ItemState): boolean {
  return statesOfKind[kind].includes(state)
}

/**
 * The kind of notice that a state asks for by itself, or null where there is nothing to tell. `repaired` is never
 * asked for by a state: it answers an earlier notice.
 */
export function noticeKindOf(state: ItemState): NoticeKind | null {
  return noticeKinds.find((kind) => kind !== 'repaired' && isStillTrue(kind, state)) ?? null
}
