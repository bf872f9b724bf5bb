import type { ErrorClass } from '#lib/domain/error-class.ts'
import { env } from '#lib/env.ts'
import { isPlaidFault } from '#lib/features/items/is-plaid-fault.ts'
import { ReconnectLinkClosed } from '#lib/features/reconnect/find-reconnect-link.ts'
import { reportFault } from '#lib/features/webhooks/report-item-error.ts'
import { log } from '#lib/log.ts'
import { broke, type RefusalCode, refuse } from './answer.ts'

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
      await reportFault(error, new Date()).catch((failure: unknown) =>
        log.error({ err: failure, route }, 'what Plaid said of an Item could not be kept'),
      )
      return refuse(refusalOf(error.errorClass))
    }
    return broke(error, route)
  }
}

/** What a person is told of a call that Plaid refused: our set-up does not pass like an outage, nor does a used-up token. */
function refusalOf(errorClass: ErrorClass): RefusalCode {
  if (errorClass === 'operator') return 'broken'
  return errorClass === 'link_session' ? 'bad_request' : 'plaid_away'
}
