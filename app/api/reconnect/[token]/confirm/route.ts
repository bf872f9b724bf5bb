import { answer, refuse } from '#app/_http/answer.ts'
import { personRoute } from '#app/_http/person-route.ts'
import { limitUse } from '#lib/features/accounts/limit-use.ts'
import { proveRepair } from '#lib/features/items/prove-repair.ts'
import { requireOpenLink } from '#lib/features/reconnect/find-reconnect-link.ts'

type Context = { params: Promise<{ token: string }> }

/** Link said that it succeeded: asks Plaid whether that is so. The browser's word alone changes nothing. */
export function POST(request: Request, context: Context): Promise<Response> {
  return personRoute(request, 'reconnect/confirm', async () => {
    const { token } = await context.params
    const now = new Date()
    const { item, linkId } = await requireOpenLink(token, now)
    if (!(await limitUse('reconnect-link', linkId))) return refuse('too_many')
    const proof = await proveRepair(item.id, now)
    return answer(proof.outcome === 'proved' ? proof : { outcome: 'not_yet' })
  })
}
