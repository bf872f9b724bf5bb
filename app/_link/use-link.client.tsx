'use client'

import { useEffect, useRef, useState } from 'react'
import { isDeadToken, isRefusal } from '#lib/domain/link-codes.ts'
import type { Answer, Refusal } from './ask-server.client.ts'
import { LinkSession, type LinkSource, loadPlaidLink } from './link-session.client.tsx'
import { dropLinkSession, keepHostedSession, keepLinkSession, type LinkPurpose } from './link-session-store.client.ts'
import type { HostedTicket, LinkReport, LinkTicket } from './link-ticket.ts'

/**
 * `isSpent`: Link has refused the token before; `wantsHosted`: Plaid's own page shall do it; `sharesAgain`: to share
 * accounts that were left out.
 */
export type TicketWish = { isSpent: boolean; wantsHosted: boolean; sharesAgain: boolean }

const nothingSpecial: TicketWish = { isSpent: false, wantsHosted: false, sharesAgain: false }

type UseLinkOptions = {
  source: LinkSource
  /** Asks our server for a session; on the click and not before. */
  askForTicket: (wish: TicketWish) => Promise<Answer<LinkTicket | HostedTicket>>
  purpose: LinkPurpose
  onEnd: (report: LinkReport) => void
  onRefused: (refusal: Refusal) => void
}

/** Link on a page: `start` begins, `dialog` must be rendered somewhere, `phase` says how far it is. */
export function useLink({ source, askForTicket, purpose, onEnd, onRefused }: UseLinkOptions) {
  const [phase, setPhase] = useState<'idle' | 'starting' | 'open'>('idle')
  const [ticket, setTicket] = useState<LinkTicket | null>(null)
  const hasBegunAnew = useRef(false)
  const asked = useRef<TicketWish>(nothingSpecial)

  useEffect(() => whenIdle(() => void loadPlaidLink()), [])

  const begin = async (wish: TicketWish) => {
    asked.current = wish
    setPhase('starting')
    const answer = await askForTicket(wish)
    if (!answer.ok) {
      setPhase('idle')
      onRefused(answer.refusal)
    } else if ('url' in answer.value) {
      keepHostedSession({ ticket: answer.value, purpose })
      window.location.assign(answer.value.url)
    } else {
      keepLinkSession({ ticket: answer.value, purpose })
      setTicket(answer.value)
    }
  }

  const start = (wish: Partial<TicketWish> = {}) => {
    if (phase !== 'idle') return
    hasBegunAnew.current = false
    void begin({ ...nothingSpecial, ...wish })
  }

  const end = (report: LinkReport) => {
    dropLinkSession()
    setTicket(null)
    // Of a link token that died of age the person need not know. Once only, or it could go round for ever.
    if (diedByItself(report) && !hasBegunAnew.current) {
      hasBegunAnew.current = true
      void begin({ ...asked.current, isSpent: true })
      return
    }
    setPhase('idle')
    onEnd(report)
  }

  const dialog = ticket ? (
    <LinkSession key={ticket.linkToken} ticket={ticket} source={source} onOpened={() => setPhase('open')} onEnd={end} />
  ) : null
  return { phase, start, dialog }
}

/** A link token dies of wrong passwords, too, and who has typed some shall not be led to the next one. */
function diedByItself({ end, events }: LinkReport): boolean {
  return end.type === 'exit' && isDeadToken(end.errorCode) && !events.some(({ errorCode }) => isRefusal(errorCode))
}

/** Safari has no requestIdleCallback. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: 3000 })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(work, 1000)
  return () => clearTimeout(timer)
}
