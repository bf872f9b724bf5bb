'use client'

import { type ComponentType, useEffect, useEffectEvent, useState } from 'react'
import { loadLinkScript } from './load-link-script.client.ts'
import type { PlaidLinkProps } from './plaid-link.client.tsx'

/** Where Link's script comes from (null: Plaid's own, which react-plaid-link loads) and the nonce it needs. */
export type LinkSource = { scriptUrl: string | null; nonce?: string }

type LinkSessionProps = Omit<PlaidLinkProps, 'nonce'> & { source: LinkSource }

const patienceMs = 20_000

/** One session of Link: fetches what it needs, opens it, and says how it ended. */
export function LinkSession({ source, onOpened, onEnd, ...rest }: LinkSessionProps) {
  const [PlaidLink, setPlaidLink] = useState<ComponentType<PlaidLinkProps> | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const { linkSessionId } = rest.ticket
  const fail = useEffectEvent(() => onEnd({ end: { type: 'script_failed' }, events: [], linkSessionId }))

  useEffect(() => {
    let isGone = false
    const prepare = async () => {
      try {
        if (source.scriptUrl) await loadLinkScript(source.scriptUrl, source.nonce)
        const parts = await loadPlaidLink()
        if (!isGone) setPlaidLink(() => parts.PlaidLink)
      } catch {
        // An ad blocker or the network; the page has words for both.
        if (!isGone) fail()
      }
    }
    void prepare()
    return () => {
      isGone = true
    }
  }, [source.scriptUrl, source.nonce])

  useEffect(() => {
    if (isOpen) return
    const timer = setTimeout(() => fail(), patienceMs)
    return () => clearTimeout(timer)
  }, [isOpen])

  if (!PlaidLink) return null
  const opened = () => {
    setIsOpen(true)
    onOpened()
  }
  return <PlaidLink {...rest} nonce={source.nonce} onOpened={opened} onEnd={onEnd} />
}

/** react-plaid-link, in a chunk of its own that only those need who press the button. */
export function loadPlaidLink(): Promise<{ PlaidLink: ComponentType<PlaidLinkProps> }> {
  return import('./plaid-link.client.tsx')
}
