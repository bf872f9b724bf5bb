import { mayUseLink } from '#app/_auth/may-use-link.ts'
import { answer, broke, refuse } from '#app/_http/answer.ts'
import type { ReconnectContext } from '#app/_http/reconnect-route.ts'
import { limitUse } from '#lib/features/accounts/limit-use.ts'
import { readLinkState } from '#lib/features/reconnect/read-link-state.ts'

/** Whether a reconnect link still waits for its person, for a page whose work another tab or device may do. */
export async function GET(_request: Request, context: ReconnectContext): Promise<Response> {
  try {
    const { token } = await context.params
    const link = await readLinkState(token, new Date())
    if (!link) return answer({ state: 'gone' })
    if (!(await mayUseLink(link.userId))) return refuse('not_signed_in')
    if (!(await limitUse('link-state', link.linkId))) return refuse('too_many')
    return answer({ state: link.state })
  } catch (error) {
    return broke(error, 'reconnect/state')
  }
}
