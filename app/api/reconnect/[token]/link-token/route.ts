import { z } from 'zod'
import { answer, refuse } from '#app/_http/answer.ts'
import { beginSession } from '#app/_http/begin-session.ts'
import { readJson } from '#app/_http/read-body.ts'
import { type ReconnectContext, reconnectRoute } from '#app/_http/reconnect-route.ts'
import { languageOfBrowser } from '#lib/domain/accept-language.ts'
import { noteBrowser } from '#lib/features/accounts/note-browser.ts'
import { publicKeyFacts } from '#lib/features/reconnect/public-key-facts.ts'

const body = z.object({
  isSpent: z.boolean().default(false),
  wantsHosted: z.boolean().default(false),
  sharesAgain: z.boolean().default(false),
})

/** Begins the Link session behind "Continue", after asking whether the Item still needs it. */
export function POST(request: Request, context: ReconnectContext): Promise<Response> {
  return reconnectRoute(request, context, 'link-token', async (call) => {
    const wish = await readJson(request, body)
    if (!wish) return refuse('bad_request')
    await noteBrowser(call.link.item.userId, { language: languageOfBrowser(request.headers.get('accept-language')) })
    const start = await beginSession(call, wish)
    if (start.outcome !== 'started') return refuse(start.outcome)
    const { path, linkSessionId, expiresAt, url } = start
    if (path === 'hosted') return answer({ path, linkSessionId, expiresAt, url })
    const publicKey = path === 'public_token' ? publicKeyFacts() : null
    return answer({ path, linkSessionId, linkToken: start.token, expiresAt, publicKey })
  })
}
