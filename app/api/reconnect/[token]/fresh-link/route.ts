import { personRoute } from '#app/_http/person-route.ts'
import { pageOf, type ReconnectContext, seeOther } from '#app/_http/reconnect-route.ts'
import { limitUse } from '#lib/features/accounts/limit-use.ts'
import { sendFreshLink } from '#lib/features/notices/send-now.ts'
import { findReconnectLink } from '#lib/features/reconnect/find-reconnect-link.ts'

/**
 * The form on a link that has run out: a fresh one goes to the address that the old one went to, and to no other. The
 * answer is the same whatever comes of it, so that whoever holds an old link learns nothing.
 */
export async function POST(request: Request, context: ReconnectContext): Promise<Response> {
  const { token } = await context.params
  const answered = await personRoute(request, 'reconnect/fresh-link', async () => {
    const now = new Date()
    const found = await findReconnectLink(token, now)
    const isWanted = found !== null && found.incident.closedAt === null
    // Whether the bank still needs its person is asked right before the mail goes, as for every mail.
    if (isWanted && (await limitUse('fresh-link', found.incident.id))) await sendFreshLink(found.item.id, now)
    return new Response(null, { status: 204 })
  })
  return answered.status === 403 ? answered : seeOther(`${pageOf(token)}?sent`)
}
