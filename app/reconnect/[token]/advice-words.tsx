import type { ReactNode } from 'react'
import type { Advice } from '#lib/domain/advice.ts'
import { adviceAside, adviceBody } from './advice-extras.tsx'
import type { PageFacts } from './page-facts.ts'

/** What the page says about one advice; written by the server, so that no catalog travels to the browser. */
export type AdviceWords = { title: string; lead: string; again: string | null; body: ReactNode; aside: ReactNode }

/** Writes what the page may have to say after a Link session that was left. */
export function adviceWords(facts: PageFacts): Record<Advice, AdviceWords> {
  return {
    left: wordsOf(facts, 'left'),
    check_details: wordsOf(facts, 'check_details'),
    three_checks: wordsOf(facts, 'three_checks'),
    stop: wordsOf(facts, 'stop'),
    fresh_code: wordsOf(facts, 'fresh_code'),
    code_too_late: wordsOf(facts, 'code_too_late'),
    code_not_sent: wordsOf(facts, 'code_not_sent'),
    wrong_bank: wordsOf(facts, 'wrong_bank'),
    same_username: wordsOf(facts, 'same_username'),
    item_locked: wordsOf(facts, 'item_locked'),
    password_reset: wordsOf(facts, 'password_reset'),
    user_setup: wordsOf(facts, 'user_setup'),
    bank_first: wordsOf(facts, 'bank_first'),
    tick_accounts: wordsOf(facts, 'tick_accounts'),
    cannot_return: wordsOf(facts, 'cannot_return'),
    outage: wordsOf(facts, 'outage'),
    start_again: wordsOf(facts, 'start_again'),
    blocked: wordsOf(facts, 'blocked'),
    other: wordsOf(facts, 'other'),
  }
}

function wordsOf(facts: PageFacts, advice: Advice): AdviceWords {
  const { t } = facts
  const bank = facts.page.institution.name
  const more = { body: adviceBody(facts, advice), aside: adviceAside(facts, advice) }
  switch (advice) {
    case 'item_locked':
    case 'password_reset':
    case 'user_setup':
    case 'bank_first': {
      const title = t('reconnect.bankFirst.title')
      return {
        title,
        lead: t(`reconnect.bankFirst.${advice}.lead`, { bank }),
        again: t('reconnect.button.done'),
        ...more,
      }
    }
    case 'left':
    case 'check_details':
    case 'three_checks':
    case 'stop':
    case 'fresh_code':
    case 'code_too_late':
    case 'code_not_sent':
    case 'wrong_bank':
    case 'same_username':
    case 'tick_accounts':
    case 'cannot_return':
    case 'outage':
    case 'start_again':
    case 'blocked':
    case 'other': {
      const words = {
        title: t(`reconnect.advice.${advice}.title`, { bank }),
        lead: t(`reconnect.advice.${advice}.lead`, { bank }),
      }
      return { ...words, again: againOf(facts, advice), ...more }
    }
  }
}

/** What the button says; null where another try cannot help. */
function againOf({ t }: PageFacts, advice: Advice): string | null {
  switch (advice) {
    case 'cannot_return':
      return null
    case 'left':
    case 'tick_accounts':
    case 'wrong_bank':
      return t('reconnect.button.continue')
    case 'outage':
    case 'stop':
      return t('reconnect.button.anyway')
    case 'start_again':
    case 'code_too_late':
      return t('reconnect.button.startAgain')
    default:
      return t('reconnect.button.again')
  }
}
