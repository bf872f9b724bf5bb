'use client'

import { useReadersZone } from '../../_ui/local-time.client.tsx'
import { writeMoment } from '../../_ui/moment.ts'
import { elapsed } from './elapsed.ts'

/** How long ago an instant was, or how soon it is, for use in a sentence; the exact instant is in the tooltip. */
export function Ago({ at, now }: { at: Date; now: Date }) {
  const zone = useReadersZone()
  return (
    <time className="whitespace-nowrap" dateTime={at.toISOString()} title={writeMoment(at, 'exact', now, zone)}>
      {at > now ? `in ${elapsed(now, at)}` : `${elapsed(at, now)} ago`}
    </time>
  )
}
