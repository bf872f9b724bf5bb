import { z } from 'zod'
import { isTimeZone } from '#lib/domain/time-zone.ts'

/** An IANA name, as a browser says it. */
export const timeZoneForm = z.string().min(1).max(64).refine(isTimeZone)
