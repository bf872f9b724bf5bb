import { itemStates } from '#lib/domain/item-state.ts'
import { stateForConsole } from '../../_ui/state-words.ts'

/** A reason as it is stored, for reading: known ones in words, others as they are, since they may be a provider's own. */
export function reasonWords(reason: string): string {
  return known.get(reason) ?? becameWords(reason) ?? reason.replaceAll('_', ' ')
}

/** What a step waits for that has not gone; a reason that nobody has written yet is its own day, or its turn. */
export function waitWords(waitsFor: string | null, isDue: boolean): string {
  return (waitsFor === null ? undefined : waits.get(waitsFor)) ?? (isDue ? 'its turn, within seconds' : 'its day')
}

/** The same for a column of a list. */
export function shortWaitWords(waitsFor: string | null): string | null {
  return (waitsFor === null ? undefined : shortWaits.get(waitsFor)) ?? null
}

const known = new Map([
  ['no_longer_true', 'no longer true when its turn came'],
  ['repaired_here', 'repaired through Relink'],
  ['repaired_elsewhere', 'repaired elsewhere'],
  ['repaired_since', 'repaired since it came'],
  ['announced_anew_since', 'a later announcement has come'],
  ['removed', 'the Item was removed'],
  ['unreachable_unsubscribed', 'the person wants no messages from us'],
  ['unreachable_bounced', 'mail to the person’s address came back for good'],
  ['unreachable_complained', 'the person marked our mail as spam'],
  ['asked_for_help', 'the person asked support for help'],
  ['schedule_ended', 'every reminder has gone out, and the person has not come back'],
  ['stopped_by_admin', 'an admin stopped all messages'],
  ['nothing_left_to_say', 'nothing of it was true any more when its turn came'],
  ['changed_after_a_try', 'no longer true at the second try; what became of the first is not known'],
  ['unsubscribed', 'the person switched e-mail off meanwhile'],
  ['browser_gone', 'the browser takes no more messages and was forgotten'],
  ['no_answer_for_a_day', 'the provider gave no answer for a day; one more try could have come twice'],
  ['too_late', 'nobody needs to hear it any more'],
  ['broke_again', 'it broke again before its turn came'],
])

const waits = new Map([
  ['grace', 'the first minutes, in which many Items heal by themselves'],
  ['schedule', 'its day'],
  ['company', 'another Item of this person, so that one message tells of both'],
  ['quiet_hours', 'the end of quiet hours where the person lives'],
  ['budget', 'room in the person’s budget of messages'],
  ['held_by_admin', 'an admin to release it'],
  ['outage', 'the end of the institution’s outage'],
  ['asked_quiet', 'the day until which the person wants quiet'],
  ['bank_away', 'a few minutes: there was no answer about the Item when its turn came'],
])

const shortWaits = new Map([
  ['grace', 'grace'],
  ['company', 'for company'],
  ['quiet_hours', 'quiet hours'],
  ['budget', 'budget used'],
  ['held_by_admin', 'held'],
  ['outage', 'outage at the bank'],
  ['asked_quiet', 'person wants quiet'],
  ['bank_away', 'no answer'],
])

/** `became_access_revoked` and its like: what was to be told has made room for another state. */
function becameWords(reason: string): string | null {
  const state = itemStates.find((one) => reason === `became_${one}`)
  return state ? `the state became “${stateForConsole(state)}”` : null
}
