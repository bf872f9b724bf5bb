// What the pages behind a reconnect link ask of their routes, in feature tests.
import { deliver, itemErrorBody, type LinkedItem, linkedItem, mailedToken, settled } from './relink.ts'
import { sandboxClient } from './sandbox-client.ts'

const origin = 'http://localhost:3000'

type Route = (request: Request, context: { params: Promise<{ token: string }> }) => Promise<Response>

/** Posts JSON to a route of a reconnect link, as the page does. */
export async function post(route: Route, token: string, body: object = {}, from = origin) {
  const request = new Request(`${origin}/api`, {
    method: 'POST',
    headers: { origin: from },
    body: JSON.stringify(body),
  })
  const response = await route(request, { params: Promise.resolve({ token }) })
  const text = await response.text()
  const answer: unknown = text === '' ? null : JSON.parse(text)
  return { status: response.status, answer }
}

/** Sends a form to such a route, as a browser without script does; answers where it leads. */
export async function submit(route: Route, token: string, fields: Record<string, string> = {}, from = origin) {
  const request = new Request(`${origin}/api`, {
    method: 'POST',
    headers: { origin: from },
    body: new URLSearchParams(fields),
  })
  return (await route(request, { params: Promise.resolve({ token }) })).headers.get('location')
}

/** An Item that broke, and the token of the link that its person was mailed. */
export async function brokenItem(institutionId?: string, userId?: string): Promise<LinkedItem & { token: string }> {
  const item = await linkedItem({ ...(institutionId && { institutionId }), ...(userId && { userId }) })
  await sandboxClient().breakItem(item.plaidItemId, { silent: true })
  await deliver(itemErrorBody(item.plaidItemId))
  await settled()
  return { ...item, token: await mailedToken(item.email) }
}

/** One of Link's events as the page tells it, `second` seconds after its first. */
export function linkEvent(name: string, second: number, more: object = {}) {
  const at = new Date(Date.now() + second * 1000).toISOString()
  return { name, at, errorCode: null, exitStatus: null, viewName: null, requestId: null, ...more }
}
