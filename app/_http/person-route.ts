import { env } from '#lib/env.ts'
import { isPlaidFault } from '#lib/features/items/is-plaid-fault.ts'
import { ReconnectLinkClosed } from '#lib/features/reconnect/find-reconnect-link.ts'
import { reportFault } from '#lib/features/webhooks/report-item-error.ts'
import { broke, refuse } from './answer.ts'

/**
 * Wraps a JSON route that a person's browser calls: refuses other sites, and turns what can go wrong into an answer
 * with a code and a sentence.
 * @param route its name, for the log
 */
export async function personRoute(request: Request, route: string, act: () => Promise<Response>): Promise<Response> {
  if (request.headers.get('origin') !== new URL(env().APP_URL).origin) return refuse('forbidden')
  try {
    return await act()
  } catch (error) {
    if (error instanceof ReconnectLinkClosed) return refuse(error.state === 'unknown' ? 'link_unknown' : 'link_closed')
    if (isPlaidFault(error)) {
      await reportFault(error, new Date())
      return refuse('plaid_away')
    }
    return broke(error, route)
  }
}
