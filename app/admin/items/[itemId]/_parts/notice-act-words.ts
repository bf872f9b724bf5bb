import type { NoticeRuling, RuleResult } from '#lib/features/admin/rule-notices.ts'
import type { SendNowResult } from '#lib/features/notices/send-now.ts'
import type { Said } from '../../../_parts/outcome.client.tsx'
import type { ReasonedAct } from '../../../_parts/reason-dialog.client.tsx'
import type { BadReason } from '../../../_parts/reason-problem.ts'

export type NoticeAct = 'send' | NoticeRuling

/** `who`: the person by name or address; `bank`: the institution's name. */
type Names = { who: string; bank: string }

/** What an admin can do about an incident's messages, in words. */
export function noticeActs({ who, bank }: Names): Record<NoticeAct, ReasonedAct> {
  return {
    send: {
      title: 'Send now',
      icon: 'send',
      look: 'primary',
      question: `Send ${who} a message now?`,
      explanation:
        'It goes at once: quiet hours, the budget and a hold do not count. Plaid is asked first, so nothing goes out that is no longer true, or that its person does not want.',
      verb: 'Send now',
      busyWords: 'Sending',
    },
    hold: {
      title: 'Hold',
      icon: 'pause',
      look: 'secondary',
      question: `Hold the messages about ${bank}?`,
      explanation: `${who} gets nothing about this Item until somebody releases it. Other Items’ messages go on.`,
      verb: 'Hold messages',
      busyWords: 'Holding',
    },
    release: {
      title: 'Release',
      icon: 'play',
      look: 'secondary',
      question: `Release the messages about ${bank}?`,
      explanation: 'What fell due meanwhile goes out in its turn, if it is still true then.',
      verb: 'Release messages',
      busyWords: 'Releasing',
    },
    stop: {
      title: 'Stop',
      icon: 'stop',
      look: 'danger-quiet',
      question: `Stop the messages about ${bank}?`,
      explanation: `${who} gets no more messages about this incident, and that cannot be taken back. If the Item breaks again after a repair, messages start anew.`,
      verb: 'Stop messages',
      busyWords: 'Stopping',
    },
  }
}

export type SendOutcome = SendNowResult | { outcome: 'not_sent'; reason: 'plaid_away' } | BadReason

/** What became of "Send now", and why where nothing was sent. */
export function sendNowWords(result: SendOutcome): Said {
  if (result.outcome === 'queued') {
    return { went: true, title: 'Message queued', more: 'It goes out within seconds, if it is still true then.' }
  }
  const more = result.outcome === 'bad_reason' ? result.problem : notSent[result.reason]
  return { went: false, title: 'Not sent', more }
}

const notSent: Record<Extract<SendOutcome, { outcome: 'not_sent' }>['reason'], string> = {
  healthy: 'The Item is healthy, so there is nothing to tell.',
  removed: 'The Item was removed.',
  stopped: 'An admin has stopped all messages about this incident.',
  on_its_way: 'A message about this Item is on its way already.',
  unsubscribed: 'The person wants no messages from us.',
  bounced: 'Mail to this address came back for good.',
  complained: 'The person marked our mail as spam.',
  plaid_away: 'Plaid did not answer, and nobody is written to without its word.',
  unknown_item: 'There is no such Item any more.',
}

/** What became of holding, releasing or stopping. */
export function rulingWords(ruling: NoticeRuling, result: RuleResult | BadReason, { who }: Names): Said {
  if (result.outcome === 'bad_reason') return { went: false, title: 'Nothing changed', more: result.problem }
  if (result.outcome === 'not_done') return { went: false, title: 'Nothing changed', more: notDone[result.reason] }
  switch (ruling) {
    case 'hold':
      return { went: true, icon: 'pause', title: 'Held', more: `${who} gets nothing until released.` }
    case 'release':
      return { went: true, icon: 'play', title: 'Released', more: 'What is due goes out in its turn.' }
    case 'stop':
      return { went: true, icon: 'stop', title: 'Stopped', more: `${who} gets nothing more about this incident.` }
  }
}

const notDone: Record<Extract<RuleResult, { outcome: 'not_done' }>['reason'], string> = {
  no_incident: 'The Item is healthy again, so there is nothing to tell.',
  already_held: 'Somebody held these messages before you.',
  not_held: 'Somebody released these messages before you.',
  already_stopped: 'Somebody has stopped these messages for good.',
}
