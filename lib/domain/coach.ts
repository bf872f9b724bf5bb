import type { Advice } from './advice.ts'
import { dayMs } from './durations.ts'
import { isRefusal } from './link-codes.ts'
import { type ExitMeaning, type LinkExit, meaningOfExit } from './link-end.ts'

/** So many refused sign-ins in a row, and the next one may lock the person out. */
const stopAt = 3

/** How long a bank is taken to remember failed sign-ins: a day. */
export const triesAgeMs = dayMs

export type CoachFacts = {
  exit: LinkExit
  /** Sign-ins that the bank refused lately, those of this session included. */
  tries: number
  /** The last code with which the bank refused in this session; who closes Link after it may leave without an error. */
  lastRefusal: string | null
}

/** Decides what to say after a Link session that was left. */
export function adviceFor({ exit, tries, lastRefusal }: CoachFacts): Advice {
  const meaning = meaningOfExit(exit)
  const isAfterRefusal = meaning === 'left' && lastRefusal !== null
  const told = isAfterRefusal
    ? meaningOfExit({ errorType: 'ITEM_ERROR', errorCode: lastRefusal, status: null })
    : meaning
  return adviceOf(told, exit.errorCode, tries)
}

/** The same for an end that nobody could tell the server, or that says nothing about the person. */
function adviceOf(meaning: ExitMeaning, errorCode: string | null, tries: number): Advice {
  switch (meaning) {
    case 'wrong_details':
      if (tries >= stopAt) return 'stop'
      return tries === 2 ? 'three_checks' : 'check_details'
    case 'wrong_code':
      return tries >= stopAt ? 'stop' : 'fresh_code'
    // A link token also dies of too many wrong passwords (plaid.com/docs/link/handle-invalid-link-token).
    case 'dead_token':
      return tries >= stopAt ? 'stop' : 'start_again'
    case 'bank_first':
      return choreOf(errorCode)
    case 'other_username':
      return 'same_username'
    case 'nothing_shared':
      return 'tick_accounts'
    case 'left':
    case 'code_too_late':
    case 'code_not_sent':
    case 'wrong_bank':
    case 'cannot_return':
    case 'outage':
    case 'blocked':
    case 'other':
      return meaning
  }
}

/** What only the bank can let happen, by the error that says so. */
export function choreOf(
  errorCode: string | null,
): Extract<Advice, 'item_locked' | 'password_reset' | 'user_setup' | 'bank_first'> {
  switch (errorCode) {
    case 'ITEM_LOCKED':
      return 'item_locked'
    case 'PASSWORD_RESET_REQUIRED':
      return 'password_reset'
    case 'USER_SETUP_REQUIRED':
      return 'user_setup'
    default:
      return 'bank_first'
  }
}

/** A sign-in that a bank refused or let in, as the steps of Link sessions tell. */
export type Try = { kind: 'failed' | 'succeeded'; errorCode: string | null; at: Date }

/**
 * How many sign-ins in a row a bank has refused: since the last one that succeeded, within a day.
 * @param steps of all Link sessions of one incident, in any order
 */
export function countTries(steps: readonly Try[], now: Date): number {
  const succeededAt = Math.max(0, ...steps.filter(({ kind }) => kind === 'succeeded').map(({ at }) => at.getTime()))
  const since = Math.max(succeededAt, now.getTime() - triesAgeMs)
  return steps.filter(({ kind, errorCode, at }) => kind === 'failed' && isRefusal(errorCode) && at.getTime() > since)
    .length
}
