'use client'

import { unstable_rethrow, useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Outcome, type Said } from '../../../_parts/outcome.client.tsx'
import { ReasonDialog } from '../../../_parts/reason-dialog.client.tsx'
import { ruleNoticesAction, sendNowAction } from '../../../actions.ts'
import { type NoticeAct, noticeActs, rulingWords, sendNowWords } from './notice-act-words.ts'

/** When the worker is likely to have sent the message, so that the timeline can show it. */
const looksAgainAfterMs = [1_500, 5_000]

type NoticeActionsProps = {
  itemId: string
  who: string
  bank: string
  /** What can be done now; nothing about a healthy Item. */
  acts: NoticeAct[]
  /** The id of what takes the focus when the button that had it is gone. */
  focusAfter: string
}

/** What an admin can do about the messages of an Item. What became of it is said even when the buttons are gone. */
export function NoticeActions({ itemId, acts, focusAfter, ...names }: NoticeActionsProps) {
  const [said, setSaid] = useState<Said | null>(null)
  useLookAgain(said)
  useFocusKept(acts.length, focusAfter)
  const words = noticeActs(names)
  const carryOut = async (act: NoticeAct, reason: string): Promise<Said> =>
    act === 'send'
      ? sendNowWords(await sendNowAction(itemId, reason))
      : rulingWords(act, await ruleNoticesAction(itemId, act, reason), names)
  return (
    <>
      {acts.length > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of one form, and here are dialogs
        <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:pb-1" role="group" aria-label="Messages">
          {acts.map((act) => (
            <ReasonDialog
              // Holding makes place for releasing: the same button with other words, so that it keeps the focus.
              key={act === 'release' ? 'hold' : act}
              act={words[act]}
              onReason={(reason) => answered(carryOut(act, reason))}
              onSaid={setSaid}
            />
          ))}
        </div>
      ) : null}
      <Outcome said={said} />
    </>
  )
}

async function answered(asking: Promise<Said>): Promise<Said | null> {
  try {
    return await asking
  } catch (error) {
    unstable_rethrow(error)
    return null
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

/** A button that is gone leaves the focus nowhere, and the keyboard with it. */
function useFocusKept(buttons: number, focusAfter: string) {
  const before = useRef(buttons)
  useEffect(() => {
    const wasThere = before.current > buttons
    before.current = buttons
    if (!wasThere) return
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) document.getElementById(focusAfter)?.focus()
    }, 300)
    return () => clearTimeout(timer)
  }, [buttons, focusAfter])
}
