'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import { usePlaidLink } from 'react-plaid-link'
import type { LinkEnd } from './link-end.ts'

export type PlaidLinkProps = {
  linkToken: string
  /** The address that the bank returned to; absent on a first start, or Link refuses. */
  receivedRedirectUri?: string
  nonce?: string
  onOpened: () => void
  onEnd: (end: LinkEnd) => void
}

/** Opens Link as soon as it can, and says once how it ended. Mounted only while there is a token, one mount a token. */
export function PlaidLink({ linkToken, receivedRedirectUri, nonce, onOpened, onEnd }: PlaidLinkProps) {
  // usePlaidLink keeps the callbacks of its first render, and unmounting makes Link call onExit once more.
  const latest = useRef(onEnd)
  const hasEnded = useRef(false)
  const hasOpened = useRef(false)

  useEffect(() => {
    latest.current = onEnd
  }, [onEnd])
  useEffect(() => {
    hasEnded.current = false
    return () => {
      hasEnded.current = true
    }
  }, [])

  const endOnce = (end: LinkEnd) => {
    if (hasEnded.current) return
    hasEnded.current = true
    latest.current(end)
  }

  const { open, ready, error } = usePlaidLink({
    token: linkToken,
    receivedRedirectUri,
    cspNonce: nonce,
    onSuccess: (publicToken) => endOnce({ type: 'success', publicToken }),
    onExit: (exitError, metadata) =>
      endOnce({
        type: 'exit',
        errorType: exitError?.error_type ?? null,
        errorCode: exitError?.error_code ?? null,
        status: metadata.status ?? null,
        linkSessionId: metadata.link_session_id ?? null,
        requestId: metadata.request_id ?? null,
      }),
  })

  const openOnce = useEffectEvent(() => {
    if (hasOpened.current) return
    hasOpened.current = true
    open()
    onOpened()
  })
  const fail = useEffectEvent(() => endOnce({ type: 'script_failed' }))

  useEffect(() => {
    if (ready) openOnce()
  }, [ready])
  useEffect(() => {
    if (error) fail()
  }, [error])

  return null
}
