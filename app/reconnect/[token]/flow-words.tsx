import type { ReactNode } from 'react'
import { adviceWords } from './advice-words.tsx'
import { Handover } from './handover.tsx'
import type { PageFacts } from './page-facts.ts'
import { dayTag } from './small-parts.tsx'

/** All words that the browser may need after the page has come, in the page's language. */
export type FlowWords = ReturnType<typeof flowWords>

/** Writes them. A `{name}` that is left in a sentence is filled in by the browser. */
export function flowWords(facts: PageFacts) {
  const { t, page, companyName } = facts
  const bank = page.institution.name
  return {
    advice: adviceWords(facts),
    adviceAside: t('reconnect.aid.label'),
    // Once, and not in every view: its drawing is longer than all words together.
    handover: <Handover facts={facts} />,
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
      know: t('reconnect.know.label'),
      patience: t('reconnect.checking.patience'),
      stays: t('reconnect.know.stays', { brand: companyName }),
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
      again: t('reconnect.notYet.again', { button: '{button}' }),
      againButton: t('reconnect.notYet.againButton'),
    },
    healthy: {
      title: t('reconnect.healthy.title'),
      lead: t('reconnect.healthy.lead', { bank }),
      aside: { label: t('reconnect.proved.now'), close: t('reconnect.proved.close') },
    },
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
      leaveAllOut: t('reconnect.proved.leaveAllOut'),
      leftOut: t('reconnect.proved.leftOut'),
      now: t('reconnect.proved.now'),
      fillsIn: fillsIn(facts),
      permission: t('reconnect.proved.permission', { day: '{day}' }),
      close: t('reconnect.proved.close'),
      counted: t('reconnect.proved.counted', { back: '{back}', all: '{all}' }),
      next: t('reconnect.proved.next'),
      nextButton: t('reconnect.proved.nextButton', { bank: '{bank}' }),
      nextButtonShort: t('reconnect.proved.nextButtonShort'),
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
