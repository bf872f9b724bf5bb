import { z } from 'zod'
import { currentUser } from '#app/_auth/require-user.ts'
import { timeZoneForm } from '#app/_browser/time-zone-form.ts'
import { answer, refuse } from '#app/_http/answer.ts'
import { personRoute } from '#app/_http/person-route.ts'
import { readJson } from '#app/_http/read-body.ts'
import { limitUse } from '#lib/features/accounts/limit-use.ts'
import { noteBrowser } from '#lib/features/accounts/note-browser.ts'

const body = z.object({ timeZone: timeZoneForm })

/** Takes the time zone of a signed-in person's browser. */
export function PUT(request: Request): Promise<Response> {
  return personRoute(request, 'time-zone', async () => {
    const user = await currentUser()
    if (!user) return refuse('not_signed_in')
    const parsed = await readJson(request, body)
    if (!parsed) return refuse('bad_request')
    if (!(await limitUse('preferences', user.userId))) return refuse('too_many')
    await noteBrowser(user.userId, { timeZone: parsed.timeZone })
    return answer({})
  })
}
