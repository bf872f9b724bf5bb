import type { Language } from '#lib/domain/language.ts'
import { wordsIn } from '#messages/words.ts'

/**
 * Says days as a person says them, for instance "Tuesday, 17 November" or « mardi 1er décembre ».
 * @param timeZone the reader's, by its IANA name
 * @throws RangeError where there is no such time zone
 */
export function dayIn(language: Language, timeZone: string): (at: Date) => string {
  const t = wordsIn(language)
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone })
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
    const [weekday = '', day = '', month = ''] = [parts.get('weekday'), parts.get('day'), parts.get('month')]
    return t('mail.day', { weekday, day: Number(day), month })
  }
}
