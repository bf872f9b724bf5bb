import { z } from 'zod'
import { refuse } from '#app/_http/answer.ts'
import { personRoute } from '#app/_http/person-route.ts'
import { recordExit } from '#lib/features/reconnect/record-exit.ts'

type Context = { params: Promise<{ token: string }> }

const word = z
  .string()
  .max(100)
  .regex(/^[\w-]*$/)
  .nullable()
const body = z.object({ errorCode: word, status: word, linkSessionId: word })

/** Keeps how a person left Link. */
export function POST(request: Request, context: Context): Promise<Response> {
  return personRoute(request, 'reconnect/exit', async () => {
    const { token } = await context.params
    const parsed = body.safeParse(await request.json().catch(() => null))
    if (!parsed.success) return refuse('bad_request')
    await recordExit(token, parsed.data, new Date())
    return new Response(null, { status: 204 })
  })
}
