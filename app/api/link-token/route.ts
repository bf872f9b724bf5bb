import { currentUser } from '#app/_auth/require-user.ts'
import { answer, refuse } from '#app/_http/answer.ts'
import { personRoute } from '#app/_http/person-route.ts'
import { languageOfBrowser } from '#lib/domain/accept-language.ts'
import { limitUse } from '#lib/features/accounts/limit-use.ts'
import { noteBrowser } from '#lib/features/accounts/note-browser.ts'
import { startLink } from '#lib/features/items/start-link.ts'

/** Mints the link token with which a signed-in person connects a bank. */
export function POST(request: Request): Promise<Response> {
  return personRoute(request, 'link-token', async () => {
    const user = await currentUser()
    if (!user) return refuse('not_signed_in')
    if (!(await limitUse('connect-bank', user.userId))) return refuse('too_many')
    await noteBrowser(user.userId, { language: languageOfBrowser(request.headers.get('accept-language')) })
    const { linkToken, expiresAt } = await startLink(user.userId)
    return answer({ linkToken, expiresAt })
  })
}
