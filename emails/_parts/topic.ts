import { type ErrorClass, messageKeyOf } from '#lib/domain/error-class.ts'
import type { Language } from '#lib/domain/language.ts'
import type { NoticeKind } from '#lib/domain/notice.ts'
import type { MailAccount } from './account-list.tsx'

/** What a person is told about one bank. */
export type Topic = {
  kind: NoticeKind
  /** Which message of this kind it is, from 1; later ones are reminders. */
  number: number
  errorClass: ErrorClass | null
  errorCode: string | null
  errorCodeReason: string | null
  institution: { name: string; logoUrl: string | null }
  /** When the bank stopped sharing. */
  since: Date
  /** When access ends, where that is known and still ahead. */
  endsAt: Date | null
  accounts: MailAccount[]
  /** Where the button leads. */
  reconnectUrl: string
}

/** All that a message to a person is made of. */
export type MessageMailProps = {
  language: Language
  /** The person's, by its IANA name. */
  timeZone: string
  brand: { name: string; logoUrl: string | null; url: string }
  personName: string | null
  topics: [Topic, ...Topic[]]
  linkExpiresAt: Date
  preferencesUrl: string
  appUrl: string
  /** The help centre; its topics lie below. */
  helpUrl: string
}

const bankFirstVariants = {
  ITEM_LOCKED: 'item_locked',
  PASSWORD_RESET_REQUIRED: 'password_reset_required',
  USER_SETUP_REQUIRED: 'user_setup_required',
} as const

const remindedVariants = [
  'sign_in',
  'consent_expired',
  'connection_ended',
  ...Object.values(bankFirstVariants),
  'bank_first',
  'permission',
  'ends_soon',
  'ends_soon_undated',
] as const
/** Which words a topic has; those that are told again have words for that, too. */
export type RemindedVariant = (typeof remindedVariants)[number]
export type Variant = RemindedVariant | 'access_withdrawn_at_bank' | 'access_revoked' | 'cannot_return' | 'repaired'

/** The words for a topic: by its kind, and for a broken connection by what the error asks of the person. */
export function variantOf(topic: Topic): Variant {
  switch (topic.kind) {
    case 'broken':
      return brokenVariant(topic)
    case 'ends_soon':
      return topic.endsAt ? 'ends_soon' : 'ends_soon_undated'
    case 'access_revoked':
    case 'cannot_return':
    case 'repaired':
      return topic.kind
  }
}

/** The words for a topic that was told before; null where it is the first time or is never told again. */
export function remindedVariantOf(topic: Topic): RemindedVariant | null {
  if (topic.number <= 1) return null
  const variant = variantOf(topic)
  return remindedVariants.find((reminded) => reminded === variant) ?? null
}

/** Whether the person has something to do before their bank shares on. */
export function needsPerson({ kind }: Topic): boolean {
  return kind === 'broken' || kind === 'ends_soon'
}

function brokenVariant({ errorClass, errorCode, errorCodeReason }: Topic): Variant {
  if (errorClass === 'bank_first') {
    return Object.entries(bankFirstVariants).find(([code]) => code === errorCode)?.[1] ?? 'bank_first'
  }
  if (errorClass === 'consent') return 'permission'
  // A reason is only looked up for errors that ask for a new sign-in; they are all errors of the Item.
  const message = messageKeyOf({ errorType: 'ITEM_ERROR', errorCode: errorCode ?? '', errorCodeReason })
  switch (message) {
    case 'consent_expired':
    case 'connection_ended':
    case 'access_withdrawn_at_bank':
      return message
    case 'sign_in':
    case 'bank_first':
    case 'permission':
    case 'revoked':
    case 'cannot_return':
    case null:
      return 'sign_in'
  }
}
