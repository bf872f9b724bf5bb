'use client'

import { useEffect, useState } from 'react'
import { Icon } from '../../_ui/icon.tsx'
import type { IconName } from '../../_ui/icon-drawings.tsx'

/** What became of an admin's wish. */
export type Said = { went: boolean; title: string; more: string; icon?: IconName }

const leavesAfterMs = 8_000

/** Says at the foot of the window what became of a wish, until it is closed or has been read. */
export function Outcome({ said }: { said: Said | null }) {
  const [dismissed, setDismissed] = useState<Said | null>(null)
  const shown = said === dismissed ? null : said
  return (
    <div className="fixed inset-x-4 bottom-4 z-30 grid justify-items-center" role="status">
      {shown ? <Toast key={shown.title} said={shown} onClose={setDismissed} /> : null}
    </div>
  )
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
      <Icon name={said.went ? (said.icon ?? 'send') : 'warning'} />
      <p className="grow">
        <strong className="font-semibold">{said.title}.</strong> {said.more}
      </p>
      <button className="icon-btn sm" type="button" aria-label="Close" onClick={() => onClose(said)}>
        <Icon name="close" />
      </button>
    </div>
  )
}
