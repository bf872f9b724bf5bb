import type { ReactNode } from 'react'
import type { Advice } from '#lib/domain/advice.ts'
import { adviceAside, adviceBody } from './advice-extras.tsx'
import type { PageFacts } from './page-facts.ts'
import { dayTag } from './small-parts.tsx'

/** What the page says about one advice; written by the server, so that no catalog travels to the browser. */
export type AdviceWords = { title: string; lead: string; again: string | null; body: ReactNode; aside: ReactNode }

/** All words that the browser may need after the page has come, in the page's language. */
export type FlowWords = ReturnType<typeof flowWords>

/** Writes them. A `{name}` that is left in a sentence is filled in by the browser. */
export function flowWords(facts: PageFacts) {
  const { t, page, companyName } = facts
  const bank = page.institution.name
  const left = { bank: '{bank}' }
  return {
    advice: adviceWords(facts),
    adviceAside: t('reconnect.aid.label'),
    opening: t('reconnect.button.opening'),
    hosted: t('reconnect.button.hosted'),
    anew: t('reconnect.button.anew'),
    banks: t('reconnect.button.banks'),
    again: t('reconnect.button.again'),
    worksUntil: t.rich('reconnect.worksUntil', dayTag(page.linkExpiresAt, facts)),
    refusedTitle: t('reconnect.refused.title'),
    refused: refusalWords(facts),
    refusedOther: t('reconnect.refused.other'),
    said: { opening: t('reconnect.said.opening'), checking: t('reconnect.said.checking') },
    checking: {
      title: t('reconnect.checking.title'),
      lead: t('reconnect.checking.lead'),
      leadReturned: t('reconnect.checking.leadReturned'),
      patience: t('reconnect.checking.patience'),
      label: t('reconnect.checking.label'),
      done: t('reconnect.checking.done'),
      signedIn: t('reconnect.checking.signedIn'),
      answers: t('reconnect.checking.answers'),
      accounts: t('reconnect.checking.accounts'),
    },
    notYet: {
      title: t('reconnect.notYet.title'),
      lead: t('reconnect.notYet.lead', { bank }),
      button: t('reconnect.notYet.button'),
      close: t.rich('reconnect.notYet.close', dayTag(page.linkExpiresAt, facts)),
      wait: t('reconnect.notYet.wait'),
      again: t('reconnect.notYet.again'),
      againButton: t('reconnect.notYet.againButton'),
    },
    healthy: { title: t('reconnect.healthy.title'), lead: t('reconnect.healthy.lead', { bank }) },
    proved: {
      title: t('reconnect.proved.title'),
      lead: t('reconnect.proved.lead', { bank }),
      leadElsewhere: t('reconnect.proved.leadElsewhere', { bank }),
      label: t('reconnect.proved.label'),
      back: page.itemState === 'disconnecting_soon' ? t('reconnect.proved.working') : t('reconnect.proved.back'),
      new: t('reconnect.proved.new'),
      missing: t('reconnect.proved.missing'),
      missingText: t('reconnect.proved.missingText'),
      shareAgain: t('reconnect.proved.shareAgain'),
      shareAllAgain: t('reconnect.proved.shareAllAgain'),
      leaveOut: t('reconnect.proved.leaveOut'),
      leftOut: t('reconnect.proved.leftOut'),
      now: t('reconnect.proved.now'),
      fillsIn: fillsIn(facts),
      permission: t('reconnect.proved.permission', { day: '{day}' }),
      close: t('reconnect.proved.close'),
      counted: t('reconnect.proved.counted', { back: '{back}', all: '{all}' }),
      next: t('reconnect.proved.next', left),
      nextButton: t('reconnect.proved.nextButton', left),
      signedIn: t('reconnect.checking.signedIn'),
      answers: t('reconnect.checking.answers'),
    },
    companyName,
  }
}

/** What our routes refuse, by their codes; there is one sentence for all others. */
function refusalWords({ t }: PageFacts): Record<string, string | undefined> {
  return {
    offline: t('reconnect.refused.offline'),
    plaid_away: t('reconnect.refused.plaid_away'),
    too_many: t('reconnect.refused.too_many'),
    cannot_reconnect: t('reconnect.refused.cannot_reconnect'),
  }
}

/** What is missing comes by itself; nothing is missing where nothing had stopped. */
function fillsIn(facts: PageFacts): ReactNode {
  const { page, t } = facts
  if (page.itemState === 'disconnecting_soon') return null
  return t.rich('reconnect.proved.fillsIn', dayTag(page.lastUpdateAt ?? page.brokenSince, facts))
}

function adviceWords(facts: PageFacts): Record<Advice, AdviceWords> {
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
