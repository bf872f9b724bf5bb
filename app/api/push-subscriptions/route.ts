import { z } from 'zod'
import { currentUser } from '#app/_auth/require-user.ts'
import { answer, refuse } from '#app/_http/answer.ts'
import { personRoute } from '#app/_http/person-route.ts'
import { readJson } from '#app/_http/read-body.ts'
import { limitUse } from '#lib/features/accounts/limit-use.ts'
import { wantPush } from '#lib/features/accounts/want-push.ts'
import { forgetPushSubscription, savePushSubscription } from '#lib/features/notices/push-subscriptions.ts'

const key = z.string().regex(/^[A-Za-z0-9_-]{1,200}=*$/)
const endpoint = z.url().max(2_000)

/** `JSON.stringify` of a browser's PushSubscription. */
const subscription = z.object({
  endpoint,
  keys: z.object({ p256dh: key, auth: key }),
  /** The person's own click; a worker that moves its subscription has none. */
  isWish: z.boolean().default(false),
})
const which = z.object({ endpoint })

/** Keeps the browser in which a signed-in person allowed messages. */
export function POST(request: Request): Promise<Response> {
  return personRoute(request, 'push-subscriptions', async () => {
    const user = await currentUser()
    if (!user) return refuse('not_signed_in')
    const parsed = await readJson(request, subscription)
    if (!parsed) return refuse('bad_request')
    if (!(await limitUse('preferences', user.userId))) return refuse('too_many')
    const { endpoint, keys, isWish } = parsed
    const result = await savePushSubscription(user.userId, { endpoint, ...keys }, new Date())
    if (result === 'saved') {
      if (isWish) await wantPush(user.userId)
      return answer({})
    }
    return refuse(result === 'off' ? 'push_off' : 'no_push_service')
  })
}

/** Forgets a browser of a signed-in person. */
export function DELETE(request: Request): Promise<Response> {
  return personRoute(request, 'push-subscriptions', async () => {
    const user = await currentUser()
    if (!user) return refuse('not_signed_in')
    const parsed = await readJson(request, which)
    if (!parsed) return refuse('bad_request')
    await forgetPushSubscription(parsed.endpoint, user.userId)
    return answer({})
  })
}
