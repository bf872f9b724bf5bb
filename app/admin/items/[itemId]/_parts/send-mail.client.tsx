'use client'

import { unstable_rethrow, useRouter } from 'next/navigation'
import { useActionState, useEffect, useState } from 'react'
import { Icon } from '../../../../_ui/icon.tsx'
import { SubmitButton } from '../../../../_ui/submit-button.client.tsx'
import { sendMailAction } from '../../../actions.ts'
import { sendMailWords } from './send-mail-words.ts'

type Said = { went: boolean; title: string; more: string }

const leavesAfterMs = 8_000
/** When the worker is likely to have sent the mail, so that the timeline can show it. */
const looksAgainAfterMs = [1_500, 5_000]

/** Sends the person a mail about this Item, and says what became of it. */
export function SendMail({ itemId }: { itemId: string }) {
  const [said, send] = useActionState(() => askServer(itemId), null)
  const [dismissed, setDismissed] = useState<Said | null>(null)
  const shown = said === dismissed ? null : said
  useLookAgain(said)
  return (
    <>
      <form action={send}>
        <SubmitButton variant="primary" size="sm" busyWords="Sending">
          <Icon name="send" />
          Send mail
        </SubmitButton>
      </form>
      <div className="fixed inset-x-4 bottom-4 z-30 grid justify-items-center" role="status">
        {shown ? <Toast key={shown.title} said={shown} onClose={setDismissed} /> : null}
      </div>
    </>
  )
}

async function askServer(itemId: string): Promise<Said> {
  try {
    const result = await sendMailAction(itemId)
    return { went: result.outcome === 'queued', ...sendMailWords(result) }
  } catch (error) {
    unstable_rethrow(error)
    return { went: false, title: 'Not sent', more: 'The server did not answer. Please try again.' }
  }
}

/** Good news leaves by itself unless it is being read; bad news stays until it is closed. */
function Toast({ said, onClose }: { said: Said; onClose: (said: Said) => void }) {
  const [isRead, setIsRead] = useState(false)
  useEffect(() => {
    if (!said.went || isRead) return
    const timer = setTimeout(() => onClose(said), leavesAfterMs)
    return () => clearTimeout(timer)
  }, [said, isRead, onClose])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: reading pauses the clock; nothing is done by it
    <div
      className="toast"
      data-state={said.went ? 'healthy' : 'login_required'}
      onMouseEnter={() => setIsRead(true)}
      onMouseLeave={() => setIsRead(false)}
      onFocus={() => setIsRead(true)}
      onBlur={() => setIsRead(false)}
    >
      <Icon name={said.went ? 'send' : 'warning'} />
      <p className="grow">
        <strong className="font-semibold">{said.title}.</strong> {said.more}
      </p>
      <button className="icon-btn sm" type="button" aria-label="Close" onClick={() => onClose(said)}>
        <Icon name="close" />
      </button>
    </div>
  )
}

function useLookAgain(said: Said | null) {
  const router = useRouter()
  useEffect(() => {
    if (!said?.went) return
    const timers = looksAgainAfterMs.map((ms) => setTimeout(() => router.refresh(), ms))
    return () => timers.forEach(clearTimeout)
  }, [said, router])
}
