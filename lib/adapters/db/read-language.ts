import { env } from '#lib/env.ts'
import { db } from './client.ts'

/**
 * The language to speak to a person in: their own choice, else what their browser said, else PLAID_LANGUAGE, which need
 * not be one of ours.
 */
export async function readLanguage(userId: string): Promise<string> {
  const user = await db().user.findUnique({
    where: { id: userId },
    select: { language: true, browserLanguage: true },
  })
  return user?.language ?? user?.browserLanguage ?? env().PLAID_LANGUAGE
}
