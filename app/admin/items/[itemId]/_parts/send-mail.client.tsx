'use client'

import { unstable_rethrow, useRouter } from 'next/navigation'
import { useActionState, useEffect } from 'react'
import { Icon } from '../../../../_ui/icon.tsx'
import { SubmitButton } from '../../../../_ui/submit-button.client.tsx'
import { Outcome, type Said } from '../../../_parts/outcome.client.tsx'
import { sendNowAction } from '../../../actions.ts'
import { sendMailWords } from './send-mail-words.ts'

/** When the worker is likely to have sent the mail, so that the timeline can show it. */
const looksAgainAfterMs = [1_500, 5_000]

/** Sends the person a mail about this Item, and says what became of it. */
export function SendMail({ itemId }: { itemId: string }) {
  const [said, send] = useActionState(() => askServer(itemId), null)
  useLookAgain(said)
  return (
    <>
      <form action={send}>
        <SubmitButton variant="primary" size="sm" busyWords="Sending">
          <Icon name="send" />
          Send mail
        </SubmitButton>
      </form>
      <Outcome said={said} />
    </>
  )
}

async function askServer(itemId: string): Promise<Said> {
  try {
    const result = await sendNowAction(itemId, 'asked for on the Item’s page')
    return { went: result.outcome === 'queued', ...sendMailWords(result) }
  } catch (error) {
    unstable_rethrow(error)
    return { went: false, title: 'Not sent', more: 'The server did not answer. Please try again.' }
  }
}

function useLookAgain(said: Said | null) {
  const router = useRouter()
  useEffect(() => {
    if (!said?.went) return
    const timers = looksAgainAfterMs.map((ms) => setTimeout(() => router.refresh(), ms))
    return () => timers.forEach(clearTimeout)
  }, [said, router])
}
