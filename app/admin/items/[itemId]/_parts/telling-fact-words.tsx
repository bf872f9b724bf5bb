import type { ReactNode } from 'react'
import type { TellingFact, WishedBy } from '#lib/domain/history.ts'
import { reasonWords } from '../../../_parts/reason-words.ts'
import { stepWords } from '../../../_parts/step-words.ts'
import { code, type FactWords, sentence } from './fact-parts.tsx'

/** Puts a fact about telling the person into the console's words. */
export function tellingFactWords(fact: TellingFact): FactWords {
  const says = (...details: ReactNode[]) => sentence(stepWords[fact.kind], details)
  switch (fact.kind) {
    case 'notice_sent': {
      const asked = askerWords[fact.askedBy] ?? 'as an admin asked'
      return { mark: { icon: 'mail', state: 'info' }, what: says(`“${fact.subject}”`, asked || null) }
    }
    case 'notice_dropped':
      return { mark: { icon: 'mail' }, what: says(reasonWords(fact.reason)) }
    case 'notice_failed':
      return { mark: { icon: 'warning', state: 'login_required' }, what: says(reasonWords(fact.reason)) }
    case 'mail_delivered':
      return {
        mark: { icon: 'mail', state: 'healthy' },
        what: says('as the mail provider says'),
        proof: code(fact.attemptId),
      }
    case 'mail_bounced':
      return {
        mark: { icon: 'warning', state: 'login_required' },
        what: says(reasonWords(fact.reason), 'no mail goes to this address any more'),
        proof: code(fact.attemptId),
      }
    case 'mail_complained':
      return {
        mark: { icon: 'warning', state: 'login_required' },
        what: says('marked it as spam', 'no mail goes to this address any more'),
        proof: code(fact.attemptId),
      }
    case 'fresh_link_asked':
      return { mark: { icon: 'link', state: 'info' }, what: says('by its person, whose old one had run out') }
    case 'quiet_asked':
      return { mark: { icon: 'pause' }, what: says('by its person', `until ${fact.until.slice(0, 10)}`) }
    case 'help_asked':
      return {
        mark: { icon: 'people', state: 'disconnecting_soon' },
        what: says('by its person', tries(fact.tries)),
        proof: code(fact.linkSessionIds[0] ?? null),
      }
    case 'mail_asked_for':
      return { mark: { icon: 'send', state: 'info' }, what: says(`by ${fact.adminEmail}`, quoted(fact.reason)) }
    case 'handed_over':
      return { mark: { icon: 'people', state: 'disconnecting_soon' }, what: says(reasonWords(fact.reason)) }
    case 'notices_held':
      return { mark: { icon: 'pause' }, what: says(`by ${fact.adminEmail}`, quoted(fact.reason)) }
    case 'notices_released':
      return { mark: { icon: 'play', state: 'info' }, what: says(`by ${fact.adminEmail}`, quoted(fact.reason)) }
    case 'notices_stopped':
      return { mark: { icon: 'stop' }, what: says(`by ${fact.adminEmail}`, quoted(fact.reason)) }
    case 'unsubscribed':
      return { mark: { icon: 'mail', state: 'access_revoked' }, what: says('by its person', wishWords[fact.by]) }
    case 'subscribed':
      return { mark: { icon: 'mail', state: 'info' }, what: says('by its person', wishWords[fact.by]) }
  }
}

/** Who asked for a message, if neither the schedule nor an admin did. */
const askerWords: Record<string, string | undefined> = { relink: '', person: 'as its person asked' }

function tries(count: number): string {
  return count === 1 ? 'after one refused sign-in' : `after ${count} refused sign-ins`
}

const wishWords: Record<WishedBy, string> = {
  page: 'on the preferences page',
  one_click: 'with the mail program’s own button',
}

function quoted(reason: string | null): string | null {
  return reason ? `“${reason}”` : null
}
