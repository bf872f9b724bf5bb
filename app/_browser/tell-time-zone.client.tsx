'use client'

import { useEffect } from 'react'
import { ownTimeZone } from './own-time-zone.client.ts'

/** Tells our server this browser's time zone when that is not the one it knows, so that nobody is written to at night. */
export function TellTimeZone({ known }: { known: string | null }) {
  useEffect(() => {
    const timeZone = ownTimeZone()
    if (timeZone === null || timeZone === known) return
    fetch('/api/time-zone', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ timeZone }),
      keepalive: true,
    }).catch(() => {
      // The next visit tells it again; until then the last one known counts.
    })
  }, [known])
  return null
}
