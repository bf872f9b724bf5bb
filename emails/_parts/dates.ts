import type { Language } from '#lib/domain/language.ts'
import { wordsIn } from '#messages/words.ts'

// Making one takes as long as a hundred uses, and a mail says many days. There are as many as people's time zones.
const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * Says days as a person says them, for instance "Tuesday, 17 November" or « mardi 1er décembre ».
 * @param timeZone the reader's, by its IANA name
 * @throws RangeError where there is no such time zone
 */
export function dayIn(language: Language, timeZone: string): (at: Date) => string {
  const t = wordsIn(language)
  const format = formatOf(language, timeZone)
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
    const [weekday = '', day = '', month = ''] = [parts.get('weekday'), parts.get('day'), parts.get('month')]
    return t('mail.day', { weekday, day: Number(day), month })
  }
}

function formatOf(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone })
  formats.set(key, format)
  return format
}
