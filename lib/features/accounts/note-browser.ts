import { db } from '#lib/adapters/db/client.ts'
import type { Language } from '#lib/domain/language.ts'

export type BrowserFacts = { language?: Language | null; timeZone?: string }

/**
 * Keeps what a person's browser says of its language and time zone, for mails and messages to a person who has chosen
 * none. What it does not say, or has said before, changes nothing.
 */
export async function noteBrowser(userId: string, { language, timeZone }: BrowserFacts): Promise<void> {
  if (language) {
    const other = { OR: [{ browserLanguage: null }, { browserLanguage: { not: language } }] }
    await db().user.updateMany({ where: { id: userId, ...other }, data: { browserLanguage: language } })
  }
  if (timeZone) {
    const other = { OR: [{ browserTimeZone: null }, { browserTimeZone: { not: timeZone } }] }
    await db().user.updateMany({ where: { id: userId, ...other }, data: { browserTimeZone: timeZone } })
  }
}
