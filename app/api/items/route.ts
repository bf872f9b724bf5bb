import { z } from 'zod'
import { currentUser } from '#app/_auth/require-user.ts'
import { timeZoneForm } from '#app/_browser/time-zone-form.ts'
import { answer, refuse } from '#app/_http/answer.ts'
import { personRoute } from '#app/_http/person-route.ts'
import { readJson } from '#app/_http/read-body.ts'
import { limitUse } from '#lib/features/accounts/limit-use.ts'
import { noteBrowser } from '#lib/features/accounts/note-browser.ts'
import { linkItem } from '#lib/features/items/link-item.ts'

const body = z.object({
  publicToken: z.string().min(1).max(500),
  // Of no weight here: what is no time zone is left aside.
  timeZone: timeZoneForm.optional().catch(undefined),
})

/** Keeps the bank that a signed-in person has just connected. */
export function POST(request: Request): Promise<Response> {
  return personRoute(request, 'items', async () => {
    const user = await currentUser()
    if (!user) return refuse('not_signed_in')
    const parsed = await readJson(request, body)
    if (!parsed) return refuse('bad_request')
    if (!(await limitUse('keep-bank', user.userId))) return refuse('too_many')
    const { publicToken, timeZone } = parsed
    const itemId = await linkItem({ userId: user.userId, publicToken }, new Date())
    await noteBrowser(user.userId, { timeZone })
    return answer({ itemId })
  })
}
