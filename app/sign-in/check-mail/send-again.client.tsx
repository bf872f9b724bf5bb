'use client'

import { useActionState, useEffect, useState } from 'react'
import { Icon } from '../../_ui/icon.tsx'
import { SubmitButton } from '../../_ui/submit-button.client.tsx'
import { askForLinkAction } from '../ask-for-link-action.ts'

const waitSeconds = 45

/** Offers a second mail once the first had time to arrive. Without script the button is there at once. */
export function SendAgain({ email, next }: { email: string; next: string | null }) {
  const [state, ask] = useActionState(askForLinkAction, null)
  const left = useCountdown(waitSeconds)
  const waiting = left > 0
  return (
    <form action={ask}>
      <input type="hidden" name="email" value={email} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      {waiting ? (
        <button type="submit" className="btn xl wide" disabled>
          <span>
            Send again in <span className="num">0:{String(left).padStart(2, '0')}</span>
          </span>
        </button>
      ) : (
        <SubmitButton size="xl" block busyWords="Sending">
          Send again
        </SubmitButton>
      )}
      {state ? (
        <p className="problem" role="alert">
          <Icon name="warning" />
          {state.problem}
        </p>
      ) : null}
    </form>
  )
}

/** Seconds left. It starts in the browser only, so that a page without script never waits. */
function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const end = Date.now() + seconds * 1000
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [seconds])
  return left
}
