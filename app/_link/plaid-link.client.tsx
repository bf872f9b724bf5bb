'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import { type PlaidLinkOnEventMetadata, type PlaidLinkOptions, usePlaidLink } from 'react-plaid-link'
import type { LinkEnd } from '#lib/domain/link-end.ts'
import type { LinkReport, LinkTicket, SeenEvent } from './link-ticket.ts'

export type PlaidLinkProps = {
  ticket: LinkTicket
  /** The address that the bank returned to; absent on a first start, or Link refuses. */
  receivedRedirectUri?: string
  nonce?: string
  onOpened: () => void
  onEnd: (report: LinkReport) => void
}

// All events but OPEN come at the end of the flow, around the last callback and in no order (plaid.com/docs/link/web).
const stragglersMs = 100

/** Opens Link as soon as it can, and says once how it ended. Mounted only while there is a ticket, one mount a ticket. */
export function PlaidLink({ ticket, receivedRedirectUri, nonce, onOpened, onEnd }: PlaidLinkProps) {
  // usePlaidLink keeps the callbacks of its first render, and unmounting makes Link call onExit once more.
  const latest = useRef(onEnd)
  const hasEnded = useRef(false)
  const hasOpened = useRef(false)
  const events = useRef<SeenEvent[]>([])

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
    const { linkSessionId } = ticket
    setTimeout(() => latest.current({ end, events: events.current, linkSessionId }), stragglersMs)
  }

  const { open, ready, error } = usePlaidLink({
    ...startOf(ticket, receivedRedirectUri),
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
    onEvent: (name, metadata) => {
      events.current.push(eventOf(name, metadata))
    },
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

/** A link token says all; a public token wants to be told the rest, as the old clients of Plaid do. */
function startOf({ linkToken, publicKey }: LinkTicket, receivedRedirectUri: string | undefined): StartOptions {
  if (!publicKey) return { token: linkToken, receivedRedirectUri }
  const { key, env, clientName, products } = publicKey
  return { publicKey: key, token: linkToken, env, clientName, product: products }
}

type CallbackNames = 'onSuccess' | 'onExit' | 'onEvent' | 'onLoad' | 'cspNonce'
type Without<Options> = Options extends unknown ? Omit<Options, CallbackNames> : never
type StartOptions = Without<PlaidLinkOptions>

function eventOf(name: string, metadata: PlaidLinkOnEventMetadata): SeenEvent {
  return {
    name,
    at: metadata.timestamp,
    errorCode: metadata.error_code || null,
    exitStatus: metadata.exit_status || null,
    viewName: metadata.view_name || null,
    requestId: metadata.request_id || null,
  }
}
