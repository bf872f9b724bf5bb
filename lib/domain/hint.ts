import { classifyError, stateOfErrorClass } from './error-class.ts'
import type { AccountNote, FoundBy, HistoryFact } from './history.ts'
import { type ItemError, type ItemState, isBroken } from './item-state.ts'
import type { ItemEvent } from './transition.ts'

/** What somebody says about an Item before Plaid is asked. Only an announcement adds to what `/item/get` knows. */
export type Hint =
  | { type: 'reported_broken'; error: ItemError | null }
  | { type: 'reported_repaired' }
  | { type: 'reported_revoked' }
  /** `consent`: the bank's consent ends, which `/item/get` shows. `access`: a cut that shows nowhere. */
  | { type: 'disconnect_announced'; ends: 'consent' | 'access'; disconnectsAt: Date | null }
  | { type: 'asked' }

/**
 * What made us ask Plaid, for the history: a webhook's arrival, for instance. `hintedAt` is when it came: an answer that
 * was asked for later will do. Null wants an answer of its own.
 */
export type Occasion = { hint: Hint; hintedAt: Date | null; by: FoundBy; facts: HistoryFact[] }

/** What Plaid answered: the Item with its error, or a refusal to speak about it. */
export type Truth =
  | { type: 'answered'; error: ItemError | null; consentExpiresAt: Date | null; lastUpdateAt: Date | null }
  | { type: 'refused'; error: ItemError }

/** A webhook's parts that say something about an Item, after parsing. */
export type WebhookFacts = {
  webhookType: string
  webhookCode: string
  error: ItemError | null
  /** `consent_expiration_time` or `disconnect_time`. */
  endsAt: Date | null
  /** The one account that `USER_ACCOUNT_REVOKED` is about. */
  plaidAccountId: string | null
}

/** A hint to follow, or why there is none; `noted` is what the Item should remember all the same. */
export type Reading = { hint: Hint } | { ignored: string; noted?: AccountNote }

/** What a webhook says about its Item. One that we do not act on says why, and is kept all the same. */
export function readWebhook(facts: WebhookFacts): Reading {
  if (facts.webhookType !== 'ITEM') return { ignored: 'not_about_item_health' }
  switch (facts.webhookCode) {
    case 'ERROR':
      return { hint: { type: 'reported_broken', error: facts.error } }
    case 'LOGIN_REPAIRED':
      return { hint: { type: 'reported_repaired' } }
    case 'PENDING_EXPIRATION':
      return { hint: { type: 'disconnect_announced', ends: 'consent', disconnectsAt: facts.endsAt } }
    case 'PENDING_DISCONNECT':
      return { hint: { type: 'disconnect_announced', ends: 'access', disconnectsAt: facts.endsAt } }
    case 'USER_PERMISSION_REVOKED':
      return { hint: { type: 'reported_revoked' } }
    case 'USER_ACCOUNT_REVOKED':
      return { ignored: 'no_change_of_health', ...noteRevoked(facts.plaidAccountId) }
    case 'NEW_ACCOUNTS_AVAILABLE':
      return { ignored: 'no_change_of_health', noted: { kind: 'new_accounts_available' } }
    case 'WEBHOOK_UPDATE_ACKNOWLEDGED':
      return { ignored: 'no_change_of_health' }
    default:
      return { ignored: 'unknown_code' }
  }
}

function noteRevoked(plaidAccountId: string | null): { noted?: AccountNote } {
  return plaidAccountId === null ? {} : { noted: { kind: 'account_revoked', plaidAccountId } }
}

/**
 * Whether an answer says nothing about the Item: Plaid or the bank is away, or our own keys or request are wrong. Who
 * took that for an answer would believe that all is well. Ask again later.
 */
export function isNoAnswer(truth: Truth): boolean {
  return truth.type === 'refused' && stateOfErrorClass(classifyError(truth.error)) === null
}

/**
 * Whether `/item/get` alone cannot tell: an Item that shares no account any more can look healthy there, and only
 * `/accounts/get` says NO_ACCOUNTS (seen in the field; plaid.com/docs/errors/item/#no_accounts). So nothing that was
 * broken counts as healed before its accounts answered. One that only ends soon has worked all the time.
 */
export function needsAccounts(hint: Hint, state: ItemState): boolean {
  return (isBroken(state) && state !== 'disconnecting_soon') || reportsConsent(hint)
}

function reportsConsent(hint: Hint): boolean {
  return hint.type === 'reported_broken' && hint.error !== null && classifyError(hint.error) === 'consent'
}

/** What is known about an Item, and since when: `fullyCheckedAt` is the last answer that left nothing open. */
export type Known = {
  state: ItemState
  expiresAt: Date | null
  checkedAt: Date | null
  fullyCheckedAt: Date | null
}

/**
 * Whether an answer that was asked for after the hint came says all that the hint could. An announced end is not in
 * Plaid's answer: it must be known already, or be of no interest because the Item is broken. And accounts that are
 * shared no more show only where the accounts were asked for.
 */
export function isCovered(hint: Hint, hintedAt: Date, known: Known): boolean {
  if (reportsConsent(hint)) return isAfter(known.fullyCheckedAt, hintedAt)
  if (!isAfter(known.checkedAt, hintedAt)) return false
  return hint.type !== 'disconnect_announced' || knowsEnd(hint.disconnectsAt, known)
}

function knowsEnd(disconnectsAt: Date | null, { state, expiresAt }: Known): boolean {
  if (state !== 'disconnecting_soon') return isBroken(state)
  return disconnectsAt === null || disconnectsAt.getTime() === expiresAt?.getTime()
}

function isAfter(answered: Date | null, hinted: Date): boolean {
  return answered !== null && answered.getTime() > hinted.getTime()
}

/**
 * Joins the hint with Plaid's answer: what really happened.
 * @param isClaimed whether the proof of a repair is owed: Link had succeeded, and Plaid did not answer then. With the
 * accounts in the answer this is that proof. An end that is announced since is news, and stands against it
 */
export function interpret(hint: Hint, truth: Truth, isClaimed: boolean): ItemEvent {
  if (truth.type === 'refused') return { type: 'found_broken', error: truth.error }
  if (truth.error) return { type: 'found_broken', error: truth.error }
  if (hint.type === 'disconnect_announced') return announced(hint, truth.consentExpiresAt)
  if (hint.type === 'reported_repaired' && !isClaimed) {
    return { type: 'repair_reported', consentExpiresAt: truth.consentExpiresAt }
  }
  return { type: isClaimed ? 'repair_proved' : 'found_healthy', consentExpiresAt: truth.consentExpiresAt }
}

/** A consent that was renewed before its announcement is read ends later than that says; a cut moves no consent. */
function announced(
  { ends, disconnectsAt }: Hint & { type: 'disconnect_announced' },
  consentExpiresAt: Date | null,
): ItemEvent {
  const type = 'disconnect_announced'
  if (ends === 'access') return { type, disconnectsAt, consentEndsAt: consentExpiresAt }
  const end = disconnectsAt ?? consentExpiresAt
  return { type, disconnectsAt: end, consentEndsAt: end }
}
