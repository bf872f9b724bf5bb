import { dayMs, minuteMs } from '#lib/domain/durations.ts'
import { callPlaid } from './call-plaid.ts'
import { openLookupBudget } from './lookup-budget.ts'
import { PlaidFault } from './plaid-fault.ts'
import { OtherKeyAnswered, readVerificationKey, type VerificationKey } from './read-verification-key.ts'

/** Too many look-ups lately. The sender is told to come again, because one of the ids could be Plaid's new key. */
export class KeyLookupsExhausted extends Error {
  override name = 'KeyLookupsExhausted'
}

type UnknownKey = PlaidFault | OtherKeyAnswered

/** `rotations`: how many Plaid had made when we asked. */
type Kept = { key: VerificationKey; keptUntil: number; rotations: number }

// A day is how long others keep one (see docs/decisions). What Plaid does not know is not asked again for a minute.
const keepMs = dayMs
const unknownMs = minuteMs

const plaids = new Map<string, Kept>()
const nobodys = new Map<string, { fault: UnknownKey; until: number }>()
const underWay = new Map<string, Promise<VerificationKey>>()
let rotations = 0

// Whoever sends random ids shall not use up what Plaid's own keys need. Only what Plaid does not confirm is spent.
const forStrangers = openLookupBudget()
const forPlaids = openLookupBudget()

/**
 * The public key with which Plaid signed, by its id. Asked once and kept; a burst of webhooks shares one question.
 * A new id means that Plaid rotated: the other keys are asked for anew at their next use, so that one which expired
 * is noticed.
 * @throws what `isUnknownKey` when Plaid does not know the id in this environment; KeyLookupsExhausted; anything else
 * when Plaid did not answer with a key
 */
export async function getVerificationKey(keyId: string, now: Date): Promise<VerificationKey> {
  const kept = plaids.get(keyId)
  if (kept && isStillTrue(kept, now)) return kept.key
  const refused = nobodys.get(keyId)
  if (refused && refused.until > now.getTime()) throw refused.fault
  const asked = underWay.get(keyId) ?? lookUp(keyId, now).finally(() => underWay.delete(keyId))
  underWay.set(keyId, asked)
  return asked
}

/** Whether it says that the key is none of Plaid's. */
export function isUnknownKey(fault: unknown): fault is UnknownKey {
  if (fault instanceof OtherKeyAnswered) return true
  return fault instanceof PlaidFault && fault.code === 'INVALID_WEBHOOK_VERIFICATION_KEY_ID'
}

function isStillTrue(kept: Kept, now: Date): boolean {
  const { expiredAt } = kept.key
  if (expiredAt && expiredAt <= now) return true
  return kept.rotations === rotations && kept.keptUntil > now.getTime()
}

async function lookUp(keyId: string, now: Date): Promise<VerificationKey> {
  const budget = plaids.has(keyId) ? forPlaids : forStrangers
  if (!budget.take(now)) throw new KeyLookupsExhausted('too many look-ups of verification keys')
  const rotationsBefore = rotations
  try {
    const key = await ask(keyId)
    budget.giveBack()
    keep(keyId, { key, keptUntil: now.getTime() + keepMs, rotations: rotationsBefore })
    return key
  } catch (fault) {
    if (isUnknownKey(fault)) refuse(keyId, fault, now)
    throw fault
  }
}

function keep(keyId: string, kept: Kept): void {
  const isNew = !plaids.has(keyId)
  if (isNew) rotations += 1
  plaids.set(keyId, isNew ? { ...kept, rotations } : kept)
}

function refuse(keyId: string, fault: UnknownKey, now: Date): void {
  plaids.delete(keyId)
  for (const [other, { until }] of nobodys) if (until <= now.getTime()) nobodys.delete(other)
  nobodys.set(keyId, { fault, until: now.getTime() + unknownMs })
}

async function ask(keyId: string): Promise<VerificationKey> {
  const answer = await callPlaid('/webhook_verification_key/get', (api) =>
    api.webhookVerificationKeyGet({ key_id: keyId }),
  )
  return readVerificationKey(answer.key, keyId)
}
