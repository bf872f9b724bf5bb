'use client'

import { useEffect, useEffectEvent } from 'react'
import { hourMs, minuteMs } from '#lib/domain/durations.ts'
import { fieldsOf } from '../../_link/read-json.ts'

// Soon after the page has come somebody may scan its code; later it lies in a forgotten tab.
const eagerMs = 4_000
const calmMs = 20_000
const eagerForMs = 5 * minuteMs
const patienceMs = hourMs

/** Asks now and then whether another tab or device has done this page's work; not while nobody looks at it. */
export function useLinkState(token: string, isWaiting: boolean, onChange: (state: 'done' | 'gone') => void): void {
  const tell = useEffectEvent(onChange)
  useEffect(() => {
    if (!isWaiting) return
    const beganAt = performance.now()
    let timer: ReturnType<typeof setTimeout>
    let isGone = false
    const ask = async () => {
      const state = document.visibilityState === 'visible' ? await readState(token) : null
      if (isGone) return
      if (state) tell(state)
      else wait()
    }
    const wait = () => {
      const passedMs = performance.now() - beganAt
      if (passedMs < patienceMs) timer = setTimeout(() => void ask(), passedMs < eagerForMs ? eagerMs : calmMs)
    }
    wait()
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [token, isWaiting])
}

/** Null while the link is open, and where nobody answers: the next question may find somebody. */
async function readState(token: string): Promise<'done' | 'gone' | null> {
  try {
    const response = await fetch(`/api/reconnect/${encodeURIComponent(token)}/state`)
    const { state } = fieldsOf(await response.json())
    return state === 'done' || state === 'gone' ? state : null
  } catch {
    return null
  }
}
