import { dayMs } from '#lib/domain/durations.ts'
import type { Language } from '#lib/domain/language.ts'

/** How much of an instant is shown. */
export type MomentFormat =
  /** "Tuesday, 24 November" within a fortnight, else "24 November 2027". */
  | 'day'
  /** "Today, 9:04", "Tuesday, 14:12", "5 November, 18:40", "5 November 2025". */
  | 'moment'
  /** The same inside a sentence: "today, 9:04". */
  | 'inline'
  /** "14:31:52", for a day that is named elsewhere. */
  | 'clock'
  /** "17 Nov 2026, 14:12:08": the console's. */
  | 'exact'

type Parts = { weekday: string; day: number; month: string; year: number; hour: number; minute: string; second: string }

/** How a day is put together in each language: with its weekday, or with its year where that is another one. A day and its month stay on one line. */
const dayForms: Record<Language, { near: (parts: Parts) => string; far: (parts: Parts, year: string) => string }> = {
  en: {
    near: ({ weekday, day, month }) => `${weekday}, ${day}\u00a0${month}`,
    far: ({ day, month }, year) => `${day}\u00a0${month}${year && ` ${year}`}`,
  },
  es: {
    near: ({ weekday, day, month }) => `${weekday} ${day}\u00a0de\u00a0${month}`,
    far: ({ day, month }, year) => `${day}\u00a0de\u00a0${month}${year && ` de ${year}`}`,
  },
  fr: {
    near: ({ weekday, day, month }) => `${weekday} ${ordinal(day)}\u00a0${month}`,
    far: ({ day, month }, year) => `${ordinal(day)}\u00a0${month}${year && ` ${year}`}`,
  },
}

function ordinal(day: number): string {
  return day === 1 ? '1er' : String(day)
}

/**
 * Writes an instant for a reader in `zone`. Put together by hand from parts, because the server's and the browser's
 * locale data differ in commas, and the page must read the same from both.
 * @param language of `day`; the others are English, since only the console and the dashboard show them
 */
export function writeMoment(
  at: Date,
  format: MomentFormat,
  now: Date,
  zone: string,
  language: Language = 'en',
): string {
  const parts = partsOf(at, zone, language)
  const { weekday, day, month, year, hour, minute, second } = parts
  const days = daysBetween(at, now, zone)
  const sameYear = year === partsOf(now, zone, language).year
  const time = `${hour}:${minute}`
  switch (format) {
    case 'day':
      if (Math.abs(days) < 14) return dayForms[language].near(parts)
      return dayForms[language].far(parts, sameYear ? '' : String(year))
    case 'moment':
      if (days === 0) return `Today, ${time}`
      if (days === -1) return `Yesterday, ${time}`
      if (days < 0 && days > -7) return `${weekday}, ${time}`
      return sameYear ? `${day} ${month}, ${time}` : `${day} ${month} ${year}`
    case 'inline':
      return writeMoment(at, 'moment', now, zone).replace(/^(Today|Yesterday)/, (word) => word.toLowerCase())
    case 'clock':
      return `${time}:${second}`
    case 'exact':
      return `${day} ${month.slice(0, 3)} ${year}, ${time}:${second}`
  }
}

function partsOf(at: Date, zone: string, language: Language): Parts {
  const found = new Map(
    writerFor(zone, language)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
  const text = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? ''
  return {
    weekday: text('weekday'),
    day: Number(text('day')),
    month: text('month'),
    year: Number(text('year')),
    hour: Number(text('hour')),
    minute: text('minute'),
    second: text('second'),
  }
}

const writers = new Map<string, Intl.DateTimeFormat>()

function writerFor(zone: string, language: Language): Intl.DateTimeFormat {
  const known = writers.get(`${language} ${zone}`)
  if (known) return known
  const writer = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  writers.set(`${language} ${zone}`, writer)
  return writer
}

function daysBetween(to: Date, from: Date, zone: string): number {
  return Math.round((dayNumber(partsOf(to, zone, 'en')) - dayNumber(partsOf(from, zone, 'en'))) / dayMs)
}

function dayNumber({ day, month, year }: Parts): number {
  return Date.parse(`${day} ${month} ${year} UTC`)
}
