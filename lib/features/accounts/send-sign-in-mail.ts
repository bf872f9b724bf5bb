import { createHash } from 'node:crypto'
import { renderSignInMail } from '#emails/render-mail.tsx'
import { db } from '#lib/adapters/db/client.ts'
import { sendMail } from '#lib/adapters/mail/send-mail.ts'
import { languageOf } from '#lib/domain/language.ts'
import { env } from '#lib/env.ts'

/** How long a link to sign in works. */
export const signInLinkMinutes = 30

/**
 * Mails a person the link that signs them in. It leads to our own confirm page, because mail scanners open links and
 * would spend the real one.
 * @param callbackUrl next-auth's one-time address
 * @throws MailFault
 */
export async function sendSignInMail(email: string, callbackUrl: string): Promise<void> {
  const { APP_URL, BRAND_LOGO_URL, PLAID_CLIENT_NAME, PLAID_LANGUAGE } = env()
  // Whoever types an address that nobody knows yet is written to in the installation's language.
  const person = await db().user.findUnique({ where: { email }, select: { language: true, browserLanguage: true } })
  const mail = await renderSignInMail({
    language: languageOf(person, PLAID_LANGUAGE),
    brand: { name: PLAID_CLIENT_NAME, logoUrl: BRAND_LOGO_URL ?? null, url: APP_URL },
    url: `${APP_URL}/sign-in/confirm?to=${encodeURIComponent(callbackUrl)}`,
    expiresInMinutes: signInLinkMinutes,
  })
  const key = createHash('sha256').update(callbackUrl).digest('hex')
  await sendMail({ to: email, ...mail }, `sign-in/${key}`)
}
