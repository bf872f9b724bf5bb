'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { askForLink } from '../_auth/ask-for-link.ts'
import { rememberAsked } from './asked-cookie.ts'

/** What the form shows when no link went out; it keeps what was typed. */
export type SignInProblem = { problem: string; email: string } | null

const formSchema = z.object({
  email: z.string().trim().max(320),
  next: z.string().max(2048).nullable(),
})

const problems = {
  invalid: 'Please check the address. It looks like name@example.com.',
  too_many: 'You have asked a few times already. Please look in your inbox, or try again in some minutes.',
  failed: 'Something broke on our side, and no e-mail went out. Please try again in a minute.',
}

/** Sends a sign-in link and goes on to the page that says so, with the same words for known and unknown addresses. */
export async function askForLinkAction(_before: SignInProblem, form: FormData): Promise<SignInProblem> {
  const parsed = formSchema.safeParse({ email: form.get('email'), next: form.get('next') })
  if (!parsed.success) return { problem: problems.invalid, email: '' }
  const { email, next } = parsed.data
  const outcome = await askForLink(email, next)
  if (outcome !== 'sent') return { problem: problems[outcome], email }
  await rememberAsked({ email, next })
  redirect('/sign-in/check-mail')
}
