'use client'

import { useEffect, useEffectEvent } from 'react'
import * as z from 'zod/mini'
import { askServer, type Refusal } from '../../_link/ask-server.client.ts'

const provedAccount = z.object({
  name: z.string(),
  mask: z.nullable(z.string()),
  status: z.enum(['back', 'missing', 'new']),
})
const confirmation = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('proved'), accounts: z.array(provedAccount), expiresAt: z.nullable(z.string()) }),
  z.object({ outcome: z.literal('not_yet') }),
])

export type ProvedAccount = z.infer<typeof provedAccount>
export type CheckResult = z.infer<typeof confirmation> | { outcome: 'refused'; refusal: Refusal }
export type Proof = Extract<CheckResult, { outcome: 'proved' }>

// Asked at 0, 2, 5 and 15 seconds: some banks need a moment between the sign-in and the first answer.
const pausesMs = [0, 2000, 3000, 10_000]
/** Refusals that waiting may cure; the others end the check. */
const passing = new Set(['offline', 'unexpected', 'broken', 'plaid_away'])

/** Asks our server, which asks the bank, until it proves the repair or the patience is used up. */
export function useCheck(token: string, onResult: (result: CheckResult) => void): void {
  const settle = useEffectEvent(onResult)
  useEffect(() => {
    let isGone = false
    const check = async () => {
      const result = await askUntilSettled(token, () => isGone)
      if (!isGone) settle(result)
    }
    void check()
    return () => {
      isGone = true
    }
  }, [token])
}

async function askUntilSettled(token: string, isGone: () => boolean): Promise<CheckResult> {
  let result: CheckResult = { outcome: 'not_yet' }
  for (const pauseMs of pausesMs) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
    if (isGone()) break
    result = await askOnce(token)
    if (!mayChange(result)) break
  }
  return result
}

async function askOnce(token: string): Promise<CheckResult> {
  const answer = await askServer(`/api/reconnect/${encodeURIComponent(token)}/confirm`, {}, confirmation)
  return answer.ok ? answer.value : { outcome: 'refused', refusal: answer.refusal }
}

function mayChange(result: CheckResult): boolean {
  return result.outcome === 'not_yet' || (result.outcome === 'refused' && passing.has(result.refusal.code))
}
