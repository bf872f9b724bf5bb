import { choreOf } from '#lib/domain/coach.ts'
import { messageKeyOf } from '#lib/domain/error-class.ts'
import type { Language } from '#lib/domain/language.ts'
import type { OpenReconnectPage } from '#lib/features/reconnect/read-reconnect-page.ts'
import type { Words } from './words.ts'

/** What all parts of an open link's page are written from. */
export type PageFacts = {
  token: string
  /** The page's own address, for another device. */
  pageUrl: string
  page: OpenReconnectPage
  companyName: string
  t: Words
  language: Language
  now: Date
  /** Why a form that was sent without script did nothing; null where none was. */
  refused: 'too_many' | 'plaid_away' | 'other' | null
}

/** Which errand the bank wants done first; null where there is none. */
export function choreOfPage({ errorClass, error }: OpenReconnectPage) {
  return errorClass === 'bank_first' ? choreOf(error?.errorCode ?? null) : null
}

/** Which sentence says what happened, by the Item's state and, for a new sign-in, by what the bank gave as its reason. */
export function leadOf(page: OpenReconnectPage) {
  switch (page.itemState) {
    case 'disconnecting_soon':
      return page.endsAt ? 'ends_soon' : 'ends_soon_undated'
    case 'consent_needed':
      return 'permission'
    case 'access_revoked':
    case 'unsupported':
      return page.itemState
    case 'login_required':
    case 'healthy':
    case 'removed': {
      const key = page.error && messageKeyOf(page.error)
      return key === 'consent_expired' || key === 'connection_ended' || key === 'access_withdrawn_at_bank'
        ? key
        : 'sign_in'
    }
  }
}

/** The page's title: names the bank, or for an errand at the bank the errand. */
export function titleOf(page: OpenReconnectPage, t: Words): string {
  if (choreOfPage(page)) return t('reconnect.bankFirst.title')
  const bank = page.institution.name
  switch (page.itemState) {
    case 'disconnecting_soon':
      return t('reconnect.title.ends_soon', { bank })
    case 'access_revoked':
      return t('reconnect.title.access_revoked', { bank })
    case 'unsupported':
      return t('reconnect.title.unsupported', { bank })
    case 'login_required':
    case 'consent_needed':
    case 'healthy':
    case 'removed':
      return t('reconnect.title.broken', { bank })
  }
}
