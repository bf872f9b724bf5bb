import { answer, refuse } from '#app/_http/answer.ts'
import { personRoute } from '#app/_http/person-route.ts'
import { languageOfBrowser } from '#lib/domain/accept-language.ts'
import { limitUse } from '#lib/features/accounts/limit-use.ts'
import { noteBrowser } from '#lib/features/accounts/note-browser.ts'
import { askedBy, refreshItem } from '#lib/features/items/refresh-item.ts'
import { requireOpenLink } from '#lib/features/reconnect/find-reconnect-link.ts'
import { startUpdateMode } from '#lib/features/reconnect/start-update-mode.ts'

type Context = { params: Promise<{ token: string }> }

/** Mints the update-mode link token behind "Continue", after asking whether the Item still needs it. */
export function POST(request: Request, context: Context): Promise<Response> {
  return personRoute(request, 'reconnect/link-token', async () => {
    const { token } = await context.params
    const now = new Date()
    const { item, linkId } = await requireOpenLink(token, now)
    if (!(await limitUse('reconnect-link', linkId))) return refuse('too_many')
    if ((await refreshItem(item.id, now, askedBy('person', now))) === 'healthy') return refuse('already_healthy')
    await noteBrowser(item.userId, { language: languageOfBrowser(request.headers.get('accept-language')) })
    const start = await startUpdateMode(token, now)
    if (start.outcome !== 'started') return refuse(start.outcome)
    return answer({ linkToken: start.linkToken, expiresAt: start.expiresAt })
  })
}
