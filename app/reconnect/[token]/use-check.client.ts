'use client'

import { useEffect, useEffectEvent } from 'react'
import { type Advice, advices } from '#lib/domain/advice.ts'
import { askServer, type Refusal } from '../../_link/ask-server.client.ts'
import { fieldsOf, listOf, textOrNull } from '../../_link/read-json.ts'

export type ProvedAccount = { name: string; mask: string | null; status: 'back' | 'missing' | 'new' }
export type Proof = {
  outcome: 'proved'
  accounts: ProvedAccount[]
  expiresAt: string | null
  /** The next of this person's banks that waits for them. */
  next: { url: string; name: string } | null
}
export type CheckResult =
  | Proof
  | { outcome: 'not_yet' }
  | { outcome: 'left'; advice: Advice }
  | { outcome: 'refused'; refusal: Refusal }

// Asked at 0, 2, 5 and 15 seconds: some banks need a moment between the sign-in and the first answer.
const pausesMs = [0, 2000, 3000, 10_000]
/** Refusals that waiting may cure; the others end the check. */
const passing = new Set(['offline', 'unexpected', 'broken', 'plaid_away'])

/** Asks our server, which asks the bank, until it proves the repair or the patience is used up. */
export function useCheck(token: string, linkSessionId: string | null, onResult: (result: CheckResult) => void): void {
  const settle = useEffectEvent(onResult)
  useEffect(() => {
    let isGone = false
    const check = async () => {
      const result = await askUntilSettled(token, linkSessionId, () => isGone)
      if (!isGone) settle(result)
    }
    void check()
    return () => {
      isGone = true
    }
  }, [token, linkSessionId])
}

async function askUntilSettled(
  token: string,
  linkSessionId: string | null,
  isGone: () => boolean,
): Promise<CheckResult> {
  let result: CheckResult = { outcome: 'not_yet' }
  for (const pauseMs of pausesMs) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
    if (isGone()) break
    result = await askOnce(token, linkSessionId)
    if (!mayChange(result)) break
  }
  return result
}

async function askOnce(token: string, linkSessionId: string | null): Promise<CheckResult> {
  const path = `/api/reconnect/${encodeURIComponent(token)}/confirm`
  const answer = await askServer(path, { linkSessionId }, readConfirmation)
  return answer.ok ? answer.value : { outcome: 'refused', refusal: answer.refusal }
}

function mayChange(result: CheckResult): boolean {
  return result.outcome === 'not_yet' || (result.outcome === 'refused' && passing.has(result.refusal.code))
}

function readConfirmation(body: unknown): CheckResult | null {
  const { outcome, expiresAt, accounts, next, advice } = fieldsOf(body)
  if (outcome === 'not_yet') return { outcome }
  if (outcome === 'left') return { outcome, advice: readAdvice(advice) ?? 'left' }
  const read = listOf(accounts, readAccount)
  return outcome === 'proved' && read
    ? { outcome, accounts: read, expiresAt: textOrNull(expiresAt), next: readNext(next) }
    : null
}

/** One of the advices that our server gives. */
export function readAdvice(value: unknown): Advice | null {
  return advices.find((advice) => advice === value) ?? null
}

function readNext(value: unknown): Proof['next'] {
  const { url, name } = fieldsOf(value)
  return typeof url === 'string' && typeof name === 'string' ? { url, name } : null
}

function readAccount(value: unknown): ProvedAccount | null {
  const { name, mask, status } = fieldsOf(value)
  if (status !== 'back' && status !== 'missing' && status !== 'new') return null
  return typeof name === 'string' ? { name, mask: textOrNull(mask), status } : null
}
