'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { dropHostedSession, leaveReport, readHostedSession } from '../../_link/link-session-store.client.ts'
import { Sheet, Stamp } from '../../_link/sheet.tsx'
import { ButtonLink } from '../../_ui/button.tsx'

type ReturnWords = Record<'title' | 'lead' | 'needsLink' | 'lost' | 'lostLead' | 'banks', string>

/** Leads back to the page that the person came from, which asks our server how it went. */
export function HostedReturn({ words }: { words: ReturnWords }) {
  const router = useRouter()
  const [isLost, setIsLost] = useState(false)

  useEffect(() => {
    const session = readHostedSession(new Date())
    if (session?.purpose.type !== 'reconnect') return setIsLost(true)
    const { ticket, purpose } = session
    leaveReport(purpose.token, { end: { type: 'returned' }, events: [], linkSessionId: ticket.linkSessionId })
    dropHostedSession()
    router.replace(`/reconnect/${encodeURIComponent(purpose.token)}`)
  }, [router])

  return (
    <Sheet
      picture={<Stamp icon={isLost ? 'link' : 'bank'} />}
      title={isLost ? words.lost : words.title}
      lead={isLost ? words.lostLead : words.lead}
      act={
        isLost ? (
          <ButtonLink href="/dashboard" variant="primary" size="xl" block>
            {words.banks}
          </ButtonLink>
        ) : (
          <noscript>
            <p className="fine">{words.needsLink}</p>
          </noscript>
        )
      }
    />
  )
}
