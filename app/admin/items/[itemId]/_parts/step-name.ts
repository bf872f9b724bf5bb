import type { NoticeKind } from '#lib/domain/notice.ts'

/** One step of telling by its name: "First message", "Second reminder". */
export function stepName({ kind, number }: { kind: NoticeKind; number: number }): string {
  if (kind === 'repaired') return 'Word that it works again'
  if (number <= 1) return 'First message'
  const ordinal = ordinals[number - 2]
  return ordinal ? `${ordinal} reminder` : `Reminder ${number - 1}`
}

const ordinals = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth']

/** What a message of this kind tells. */
export const kindWords: Record<NoticeKind, string> = {
  broken: 'tells that the connection broke',
  ends_soon: 'tells that access ends',
  access_revoked: 'tells that sharing was stopped',
  cannot_return: 'tells that it cannot come back',
  repaired: 'tells that it works again',
}
