import { z } from 'zod'
import { currentUser } from '#app/_auth/require-user.ts'
import { answer, refuse } from '#app/_http/answer.ts'
import { personRoute } from '#app/_http/person-route.ts'
import { linkItem } from '#lib/features/items/link-item.ts'

const body = z.object({ publicToken: z.string().min(1).max(500) })

/** Keeps the bank that a signed-in person has just connected. */
export function POST(request: Request): Promise<Response> {
  return personRoute(request, 'items', async () => {
    const user = await currentUser()
    if (!user) return refuse('not_signed_in')
    const parsed = body.safeParse(await request.json().catch(() => null))
    if (!parsed.success) return refuse('bad_request')
    const itemId = await linkItem({ userId: user.userId, publicToken: parsed.data.publicToken }, new Date())
    return answer({ itemId })
  })
}
