import { advices } from '#lib/domain/advice.ts'
import {
  type Act,
  beDoneElsewhere,
  beOpening,
  beRefused,
  comeBackFromPlaid,
  findNobody,
  findNothing,
  leaveWith,
  prove,
  proveAndLeaveOut,
  waitForBank,
} from './acts.ts'
import type { PlaceName } from './places.ts'

/** One state of the page: where it is, and what happens there. */
export type Scene = { name: string; at: PlaceName; query?: string; act?: Act; withoutScript?: true }

const checking = { name: 'Everyday checking', mask: '4021' } as const
const savings = { name: 'Holiday savings', mask: '8830' } as const
const card = { name: 'Visa Platinum Rewards with a name that is long', mask: '1177' } as const
const back = { status: 'back' } as const
const missing = { status: 'missing' } as const
const bothBack = [
  { ...checking, ...back },
  { ...savings, ...back },
]
const oneMissing = [
  { ...checking, ...back },
  { ...card, ...missing },
]
const longBank = 'Northfield & Marlow Teachers’ Federal Credit Union'

/** Before Link. */
const invitations: Scene[] = [
  { name: 'invitation, sign in again', at: 'broken' },
  { name: 'invitation, strict: signed in, hosted, no sentence of the company’s', at: 'strict' },
  { name: 'invitation, long name and many accounts', at: 'long' },
  { name: 'invitation, ends soon', at: 'endsSoon' },
  { name: 'invitation, permission needed', at: 'consentNeeded' },
  { name: 'invitation, consent expired', at: 'consentExpired' },
  { name: 'invitation, connection ended', at: 'connectionEnded' },
  { name: 'invitation, withdrawn at the bank', at: 'withdrawnAtBank' },
  { name: 'invitation, access revoked', at: 'revoked' },
  { name: 'invitation, cannot return', at: 'unsupported' },
  { name: 'invitation, quiet was asked for', at: 'quiet' },
  { name: 'invitation, without script', at: 'broken', withoutScript: true },
  { name: 'invitation, Link is opening', at: 'broken', act: beOpening },
  { name: 'bank first, locked', at: 'locked' },
  { name: 'bank first, new password', at: 'passwordReset' },
  { name: 'bank first, set-up', at: 'userSetup' },
]

/** After a Link that was left: all that our server may say. */
const advised: Scene[] = [
  ...advices.map((advice): Scene => ({ name: `advice, ${advice}`, at: 'broken', act: leaveWith(advice) })),
  ...(['left', 'three_checks', 'stop', 'bank_first', 'outage'] as const).map(
    (advice): Scene => ({ name: `advice at a bank with a long name, ${advice}`, at: 'long', act: leaveWith(advice) }),
  ),
]

/** After a Link that succeeded. */
const proofs: Scene[] = [
  { name: 'checking', at: 'broken', act: waitForBank },
  { name: 'checking, after Plaid’s own page', at: 'broken', act: comeBackFromPlaid },
  { name: 'not yet', at: 'broken', act: findNothing },
  { name: 'not yet, Plaid is away', at: 'broken', act: findNobody },
  { name: 'proof, all back', at: 'broken', act: prove({ accounts: bothBack, expiresAt: '2027-11-20T12:00:00Z' }) },
  { name: 'proof, one missing', at: 'broken', act: prove({ accounts: oneMissing }) },
  { name: 'proof, one left out', at: 'broken', act: proveAndLeaveOut({ accounts: oneMissing }) },
  {
    name: 'proof, several missing',
    at: 'long',
    act: prove({ accounts: [...oneMissing, { ...savings, ...missing }] }),
  },
  {
    name: 'proof, a new one',
    at: 'broken',
    act: prove({ accounts: [...bothBack, { ...card, status: 'new' }] }),
  },
  {
    name: 'proof, one more bank',
    at: 'broken',
    act: prove({ accounts: bothBack, next: { url: '/reconnect/next', name: longBank } }),
  },
  {
    name: 'proof, renewed in time',
    at: 'endsSoon',
    act: prove({ accounts: bothBack, expiresAt: '2027-11-20T12:00:00Z' }),
  },
  { name: 'proof, done elsewhere', at: 'broken', act: beDoneElsewhere },
  { name: 'healthy', at: 'healthy' },
  { name: 'healthy, found at the press', at: 'broken', act: beRefused('already_healthy') },
]

/** Where there is no way into Link. */
const others: Scene[] = [
  { name: 'closed, expired', at: 'expired' },
  { name: 'closed, superseded', at: 'superseded' },
  { name: 'closed, used', at: 'used' },
  { name: 'closed, unknown', at: 'unknown' },
  { name: 'closed, a fresh link was sent', at: 'superseded', query: '?sent' },
  { name: 'closed, sign in first', at: 'signInFirst' },
  { name: 'later', at: 'quiet', query: '?later' },
  { name: 'help, with a case', at: 'stuck', query: '?help' },
  { name: 'help, without an address', at: 'strict', query: '?help' },
  { name: 'return from the bank is lost', at: 'oauthReturn' },
  { name: 'return from Plaid’s own page is lost', at: 'hostedReturn' },
  { name: 'refused, offline', at: 'broken', act: beRefused('offline') },
  { name: 'refused, too many', at: 'broken', act: beRefused('too_many') },
  { name: 'refused, Plaid is away', at: 'broken', act: beRefused('plaid_away') },
  { name: 'refused, our fault', at: 'broken', act: beRefused('broken') },
]

/** Every state of the page that our mails lead to. */
export const scenes: readonly Scene[] = [...invitations, ...advised, ...proofs, ...others]
