import { answer, broke } from '#app/_http/answer.ts'
import type { ReconnectContext } from '#app/_http/reconnect-route.ts'
import { readLinkState } from '#lib/features/reconnect/read-link-state.ts'

/** Whether a reconnect link still waits for its person, for a page whose work another tab or device may do. */
export async function GET(_request: Request, context: ReconnectContext): Promise<Response> {
  try {
    const { token } = await context.params
    return answer({ state: await readLinkState(token, new Date()) })
  } catch (error) {
    return broke(error, 'reconnect/state')
  }
}
