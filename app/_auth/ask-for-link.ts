import { headers } from 'next/headers'
import { AuthError } from 'next-auth'
import { z } from 'zod'
import { limitUse } from '#lib/features/accounts/limit-use.ts'
import { log } from '#lib/log.ts'
import { signIn } from './auth.ts'
import { errorFacts } from './error-facts.ts'
import { safePath } from './safe-path.ts'

const emailForm = z.email().max(254)

/**
 * Mails a link to sign in. The answer is the same for known and unknown addresses.
 * @param next where the person wanted to go; anything but a path of ours counts as the dashboard
 */
export async function askForLink(
  email: string,
  next: string | null,
): Promise<'sent' | 'invalid' | 'too_many' | 'failed'> {
  const address = emailForm.safeParse(email.trim().toLowerCase())
  if (!address.success) return 'invalid'
  const network = (await headers()).get('x-forwarded-for')?.split(',')[0]?.trim() ?? 'unknown'
  const isAllowed = (await limitUse('sign-in-network', network)) && (await limitUse('sign-in-address', address.data))
  if (!isAllowed) return 'too_many'
  try {
    await signIn('email', { email: address.data, redirect: false, redirectTo: safePath(next) })
    return 'sent'
  } catch (error) {
    if (!(error instanceof AuthError)) throw error
    log.error(errorFacts(error), 'sign-in: the mail was not sent')
    return 'failed'
  }
}
