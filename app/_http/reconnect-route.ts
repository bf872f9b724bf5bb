import { limitUse } from '#lib/features/accounts/limit-use.ts'
import { requireUsableLink, type UsableLink } from '#lib/features/reconnect/find-reconnect-link.ts'
import { mayUseLink } from '../_auth/may-use-link.ts'
import { type RefusalCode, refuse } from './answer.ts'
import { personRoute } from './person-route.ts'
import { readForm } from './read-body.ts'

export type ReconnectContext = { params: Promise<{ token: string }> }
export type ReconnectCall = { token: string; link: UsableLink; now: Date }

/**
 * Wraps a route behind a reconnect link: the link must be good for something, its person be signed in where this
 * installation wants that, and it must not be used too often.
 * @param route its name, for the log
 */
export function reconnectRoute(
  request: Request,
  context: ReconnectContext,
  route: string,
  act: (call: ReconnectCall) => Promise<Response>,
): Promise<Response> {
  return personRoute(request, `reconnect/${route}`, async () => {
    const { token } = await context.params
    const now = new Date()
    const link = await requireUsableLink(token, now)
    if (!(await mayUseLink(link.item.userId))) return refuse('not_signed_in')
    if (!(await limitUse('reconnect-link', link.linkId))) return refuse('too_many')
    return act({ token, link, now })
  })
}

/**
 * The same for a form, which works without script: whatever comes of it, the person is led to a page that says so.
 * @param act says what follows the link's own address, such as `?later`
 */
export async function reconnectForm(
  request: Request,
  context: ReconnectContext,
  route: string,
  act: (call: ReconnectCall & { form: FormData }) => Promise<string>,
): Promise<Response> {
  const { token } = await context.params
  const answered = await reconnectRoute(request, context, route, async (call) =>
    seeOther(pageOf(token) + (await act({ ...call, form: await readForm(request) }))),
  )
  // Another site's form gets no page of ours.
  if (answered.status === 303 || answered.status === 403) return answered
  const refused = refusalsByStatus[answered.status]
  return seeOther(refused ? `${pageOf(token)}?refused=${refused}` : pageOf(token))
}

/** The refusals that the page has a sentence for; of the others it says by itself what has become of the link. */
const refusalsByStatus: Record<number, RefusalCode | undefined> = {
  429: 'too_many',
  500: 'broken',
  503: 'plaid_away',
}

/** Leads a browser on with a GET. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

/** The page of a reconnect link. */
export function pageOf(token: string): string {
  return `/reconnect/${encodeURIComponent(token)}`
}
