import { db } from '#lib/adapters/db/client.ts'
import { type Language, languages } from '#lib/domain/language.ts'

export type Preferences = {
  email: string
  /** Whether mail reaches them: they want it, and their address was not given up. */
  wantsEmail: boolean
  wantsPush: boolean
  /** The push endpoints of the browsers in which they asked for messages. */
  endpoints: string[]
  /** Their own choice; null while the browser's word holds. */
  language: Language | null
  browserLanguage: string | null
  timeZone: string | null
  browserTimeZone: string | null
  /** Why no mail goes to their address, whatever they want. */
  givenUp: 'bounced' | 'complained' | null
}

/** How a person wants to be told. Null when there is no such person (any more). */
export async function readPreferences(userId: string): Promise<Preferences | null> {
  const user = await db().user.findUnique({
    where: { id: userId },
    include: { pushSubscriptions: { select: { endpoint: true } } },
  })
  if (!user) return null
  const suppressed = await db().suppressedAddress.findUnique({ where: { email: user.email.toLowerCase() } })
  return {
    email: user.email,
    wantsEmail: user.wantsEmail && suppressed === null,
    wantsPush: user.wantsPush,
    endpoints: user.pushSubscriptions.map(({ endpoint }) => endpoint),
    language: languages.find((language) => language === user.language) ?? null,
    browserLanguage: user.browserLanguage,
    timeZone: user.timeZone,
    browserTimeZone: user.browserTimeZone,
    givenUp: suppressed && (suppressed.reason === 'complained' ? 'complained' : 'bounced'),
  }
}
