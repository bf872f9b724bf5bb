import { beginSession } from '#app/_http/begin-session.ts'
import { type ReconnectContext, reconnectForm, seeOther } from '#app/_http/reconnect-route.ts'

/** The way to Plaid's own page for a browser without script. Where it is of no use, the link's own page says why. */
export async function POST(request: Request, context: ReconnectContext): Promise<Response> {
  let url: string | null = null
  const back = await reconnectForm(request, context, 'hosted', async (call) => {
    const start = await beginSession(call, { isSpent: false, wantsHosted: true, sharesAgain: false })
    if (start.outcome === 'started') url = start.url
    return ''
  })
  return url ? seeOther(url) : back
}
