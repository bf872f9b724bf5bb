import { db } from '#lib/adapters/db/client.ts'
import { readReach } from '#lib/adapters/db/read-reach.ts'
import type { UserModel } from '#lib/adapters/db/rows.ts'
import { type Language, languageOf } from '#lib/domain/language.ts'
import type { Reach } from '#lib/domain/telling.ts'
import { timeZoneOf } from '#lib/domain/time-zone.ts'
import { env } from '#lib/env.ts'

/** A wish as it was said by the person or, for want of that, by their browser. */
export type Wish = { chosen: string | null; browser: string | null }

/** How a person can be told. */
export type PersonReach = Reach & {
  /** Browsers that take messages for them. */
  browsers: number
  language: Wish & { spoken: Language }
  timeZone: Wish & { used: string }
  /** When it is decided again what they are told; null where nothing is planned. */
  decidedAt: Date | null
}

/** Over which channels, in which language and by which clock a person is told. */
export async function readPersonReach(person: UserModel): Promise<PersonReach> {
  const { PLAID_LANGUAGE, NOTICE_TIME_ZONE } = env()
  const { language, browserLanguage, timeZone, browserTimeZone } = person
  const [reach, browsers] = await Promise.all([
    readReach(db(), person),
    db().pushSubscription.count({ where: { userId: person.id } }),
  ])
  return {
    ...reach,
    browsers,
    language: {
      chosen: language,
      browser: browserLanguage,
      spoken: languageOf(person, PLAID_LANGUAGE),
    },
    timeZone: {
      chosen: timeZone,
      browser: browserTimeZone,
      used: timeZoneOf(person, NOTICE_TIME_ZONE),
    },
    decidedAt: person.nextTellingAt,
  }
}
