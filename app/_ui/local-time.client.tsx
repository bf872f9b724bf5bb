'use client'

import { useSyncExternalStore } from 'react'
import type { Language } from '#lib/domain/language.ts'
import { type MomentFormat, writeMoment } from './moment.ts'

type LocalTimeProps = {
  at: Date
  format: MomentFormat
  /** The server's now, so that server and browser write the same first text. */
  now: Date
  className?: string
  /** Of the page; for `day`. */
  language?: Language
}

/**
 * An instant in the reader's own zone. The server writes UTC and says so only where no script runs; the browser
 * rewrites the text while hydrating. The exact instant is in the tooltip.
 */
export function LocalTime({ at, format, now, className, language = 'en' }: LocalTimeProps) {
  const zone = useReadersZone()
  const namesTheHour = format !== 'day'
  return (
    <time dateTime={at.toISOString()} title={writeMoment(at, 'exact', now, zone, language)} className={className}>
      {writeMoment(at, format, now, zone, language)}
      {namesTheHour ? <noscript> UTC</noscript> : null}
    </time>
  )
}

/** The reader's own zone; UTC on the server and until the page is hydrated. */
export function useReadersZone(): string {
  return useSyncExternalStore(neverChanges, readersZone, serversZone)
}

function neverChanges() {
  return () => undefined
}

function readersZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

function serversZone(): string {
  return 'UTC'
}
