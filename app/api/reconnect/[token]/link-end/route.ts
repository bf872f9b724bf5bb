import { z } from 'zod'
import { answer, refuse } from '#app/_http/answer.ts'
import { readJson } from '#app/_http/read-body.ts'
import { type ReconnectContext, reconnectRoute } from '#app/_http/reconnect-route.ts'
import { endLinkSession } from '#lib/features/reconnect/end-link-session.ts'

// Plaid's codes and ids; whatever else a browser sends is not kept.
const word = z
  .string()
  .max(100)
  .regex(/^[\w-]*$/)
  .nullable()
const mostEvents = 200

const body = z.object({
  linkSessionId: z.uuid(),
  plaidSessionId: word,
  end: z.discriminatedUnion('type', [
    z.object({ type: z.literal('success') }),
    z.object({ type: z.literal('exit'), errorType: word, errorCode: word, status: word, requestId: word }),
  ]),
  events: z
    .array(
      z.object({
        name: z.string().max(100),
        at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
        errorCode: word,
        exitStatus: word,
        viewName: word,
        requestId: word,
      }),
    )
    .max(mostEvents),
})

/** Keeps how Link was left, and says what to tell the person. */
export function POST(request: Request, context: ReconnectContext): Promise<Response> {
  return reconnectRoute(request, context, 'link-end', async ({ token, now }) => {
    const parsed = await readJson(request, body)
    if (!parsed) return refuse('bad_request')
    const { end, ...told } = parsed
    const exit = end.type === 'exit' ? end : null
    const left = exit && { ...exit, type: 'left' as const }
    const advised = await endLinkSession(token, { ...told, exit, end: left ?? { type: 'succeeded' } }, now)
    return answer(advised ?? { advice: null })
  })
}
