'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useId, useState, useTransition } from 'react'
import { exitMeaning } from '#lib/domain/link-end.ts'
import { Button, type ButtonLook } from '../_ui/button.tsx'
import { askServer } from './ask-server.client.ts'
import { connectWords } from './connect-words.ts'
import { type LinkReport, readTicket } from './link-ticket.ts'
import { savePublicToken } from './save-public-token.client.ts'
import { useLink } from './use-link.client.tsx'

type ConnectBankProps = ButtonLook & {
  /** From `linkScriptUrl()`. */
  scriptUrl: string | null
  /** From `nonce()`. */
  nonce?: string
  /** What the button says; "Connect a bank" without it. */
  children?: ReactNode
}

/** Connects a bank anew: opens Link, hands what it gives to our server, then shows the page again with the new bank. */
export function ConnectBank({ scriptUrl, nonce, children = 'Connect a bank', ...look }: ConnectBankProps) {
  const router = useRouter()
  const remarkId = useId()
  const [isSaving, setIsSaving] = useState(false)
  const [isRefreshing, startRefresh] = useTransition()
  const [remark, setRemark] = useState<string | null>(null)

  const save = async (publicToken: string) => {
    setIsSaving(true)
    const refusal = await savePublicToken(publicToken)
    setIsSaving(false)
    setRemark(refusal?.message ?? 'Connected.')
    startRefresh(() => router.refresh())
  }

  const onEnd = ({ end }: LinkReport) => {
    if (end.type === 'success' && end.publicToken) void save(end.publicToken)
    else setRemark(connectWords[end.type === 'exit' || end.type === 'script_failed' ? exitMeaning(end) : 'other'])
  }

  const { phase, start, dialog } = useLink({
    source: { scriptUrl, nonce },
    askForTicket: () => askServer('/api/link-token', {}, readTicket),
    purpose: { type: 'connect' },
    onEnd,
    onRefused: ({ message }) => setRemark(message),
  })
  const busyWords = phase !== 'idle' ? 'Opening' : isSaving || isRefreshing ? 'Connecting' : null

  return (
    <div className="inline-grid max-w-full">
      <noscript>
        <p className="text-base text-ink-2">Connecting a bank needs JavaScript, which is switched off here.</p>
      </noscript>
      <Button
        {...look}
        className="needs-script"
        busy={busyWords !== null}
        aria-describedby={remark ? remarkId : undefined}
        onClick={() => {
          if (busyWords !== null) return
          setRemark(null)
          start()
        }}
      >
        {busyWords ?? children}
      </Button>
      <p id={remarkId} className="max-w-[34ch] text-base text-ink-2 not-empty:mt-3" role="status">
        {remark}
      </p>
      {dialog}
    </div>
  )
}
