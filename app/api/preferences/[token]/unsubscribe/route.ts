import { readForm } from '#app/_http/read-body.ts'
import { languageFor } from '#app/_languages/language-for.ts'
import { languageOfBrowser } from '#lib/domain/accept-language.ts'
import { env } from '#lib/env.ts'
import { limitUse } from '#lib/features/accounts/limit-use.ts'
import { readPreferences } from '#lib/features/accounts/read-preferences.ts'
import { readPreferencesOwner } from '#lib/features/accounts/read-preferences-owner.ts'
import { unsubscribe } from '#lib/features/accounts/unsubscribe.ts'
import { log } from '#lib/log.ts'
import { BodyTooLarge } from '#lib/read-at-most.ts'
import { shortPage } from './short-page.ts'

type Context = { params: Promise<{ token: string }> }

/**
 * What a mail program's own button for leaving does (RFC 8058). It brings no cookie and no origin, so the token in the
 * address is all that says who leaves.
 */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { token } = await context.params
  const asked = languageOfBrowser(request.headers.get('accept-language'))
  try {
    const userId = readPreferencesOwner(token)
    const person = userId ? await readPreferences(userId) : null
    const language = languageFor(person, asked)
    if (!userId || !person) return shortPage('unknown', { language })
    if (!(await limitUse('unsubscribe', userId))) return shortPage('too_many', { language })
    const next = preferencesUrl(token)
    if (!(await isOneClick(request))) return shortPage('not_one_click', { language, next })
    await unsubscribe(userId, new Date())
    return shortPage('done', { language, next })
  } catch (error) {
    log.error({ err: error }, 'one-click unsubscribe failed')
    return shortPage('broken', { language: languageFor(null, asked) })
  }
}

/** Whoever only opens the address, such as a mail scanner, changes nothing and is led to the page. */
export async function GET(_request: Request, context: Context): Promise<Response> {
  const { token } = await context.params
  return new Response(null, { status: 303, headers: { Location: preferencesUrl(token), 'Cache-Control': 'no-store' } })
}

function preferencesUrl(token: string): string {
  return `${env().APP_URL}/preferences/${encodeURIComponent(token)}`
}

/** RFC 8058, 3.2: a form, either way of writing one, that holds this pair. */
async function isOneClick(request: Request): Promise<boolean> {
  try {
    return (await readForm(request)).get('List-Unsubscribe') === 'One-Click'
  } catch (error) {
    if (error instanceof BodyTooLarge) return false
    throw error
  }
}
