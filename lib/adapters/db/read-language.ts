import { wishedLanguage } from '#lib/domain/language.ts'
import { env } from '#lib/env.ts'
import { db } from './client.ts'

/** The language in which Link speaks to a person: the one that they wish, else PLAID_LANGUAGE, one of ours or not. */
export async function readLanguage(userId: string): Promise<string> {
  const user = await db().user.findUnique({
    where: { id: userId },
    select: { language: true, browserLanguage: true },
  })
  return wishedLanguage(user) ?? env().PLAID_LANGUAGE
}
