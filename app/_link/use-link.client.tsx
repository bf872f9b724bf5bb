'use client'

import { useEffect, useRef, useState } from 'react'
import { askServer, type Refusal, tellServer } from './ask-server.client.ts'
import { exitMeaning, type LinkEnd } from './link-end.ts'
import { LinkSession, type LinkSource, loadPlaidLink } from './link-session.client.tsx'
import { dropLinkSession, keepLinkSession, type LinkPurpose } from './link-session-store.client.ts'
import { fieldsOf } from './read-json.ts'

type UseLinkOptions = {
  source: LinkSource
  /** Our route that mints the link token; asked on the click and not before. */
  tokenPath: string
  /** Our route that notes how Link was left without success, for support. */
  exitPath?: string
  purpose: LinkPurpose
  onEnd: (end: LinkEnd) => void
  onRefused: (refusal: Refusal) => void
}

/** Link on a page: `start` mints and opens, `dialog` must be rendered somewhere, `phase` says how far it is. */
export function useLink({ source, tokenPath, exitPath, purpose, onEnd, onRefused }: UseLinkOptions) {
  const [phase, setPhase] = useState<'idle' | 'starting' | 'open'>('idle')
  const [linkToken, setLinkToken] = useState<string | null>(null)
  const hasMintedAgain = useRef(false)

  useEffect(() => whenIdle(() => void loadPlaidLink()), [])

  const mint = async () => {
    setPhase('starting')
    const answer = await askServer(tokenPath, {}, readMintedToken)
    if (!answer.ok) {
      setPhase('idle')
      onRefused(answer.refusal)
      return
    }
    keepLinkSession({ ...answer.value, purpose })
    setLinkToken(answer.value.linkToken)
  }

  const start = () => {
    if (phase !== 'idle') return
    hasMintedAgain.current = false
    void mint()
  }

  const end = (linkEnd: LinkEnd) => {
    dropLinkSession()
    setLinkToken(null)
    if (exitPath && linkEnd.type === 'exit') reportExit(exitPath, linkEnd)
    // A link token may have died before it was used; the person need not know. Once only, or it could go round for ever.
    if (linkEnd.type === 'exit' && exitMeaning(linkEnd) === 'dead_token' && !hasMintedAgain.current) {
      hasMintedAgain.current = true
      void mint()
      return
    }
    setPhase('idle')
    onEnd(linkEnd)
  }

  const dialog = linkToken ? (
    <LinkSession key={linkToken} linkToken={linkToken} source={source} onOpened={() => setPhase('open')} onEnd={end} />
  ) : null
  return { phase, start, dialog }
}

function readMintedToken(body: unknown): { linkToken: string; expiresAt: string } | null {
  const { linkToken, expiresAt } = fieldsOf(body)
  return typeof linkToken === 'string' && typeof expiresAt === 'string' ? { linkToken, expiresAt } : null
}

/** Writes an exit into the history, for support. */
export function reportExit(path: string, { errorCode, status, linkSessionId, requestId }: LinkEnd & { type: 'exit' }) {
  tellServer(path, { errorCode, status, linkSessionId, requestId })
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
