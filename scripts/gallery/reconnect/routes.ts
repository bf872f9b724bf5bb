import type { Page } from '@playwright/test'

/** How Link shall end as soon as it is opened. */
type End = 'succeeds' | 'is left'

/**
 * Link as a script that opens nothing and ends at once; the page loads it from where it would load Plaid's. What it
 * would tell of the end is of no weight here, because `answer` says how our server judges it.
 */
const linkScript = (end: End) => `
  window.Plaid = { create(config) {
    setTimeout(() => config.onLoad?.())
    const metadata = { link_session_id: 'gallery', status: null, request_id: null, accounts: [], institution: null }
    const finish = () => ${end === 'succeeds' ? "config.onSuccess('public-gallery', metadata)" : 'config.onExit(null, metadata)'}
    return { open: () => setTimeout(finish), exit() {}, destroy() {}, submit() {} }
  } }`

/** Lets Link end so, in a session that our server did not begin: the bank's page stays as it is. */
export async function letLinkEnd(page: Page, end: End): Promise<void> {
  const expiresAt = new Date(Date.now() + 30 * 60_000).toISOString()
  await answer(page, 'link-token', { linkToken: 'link-gallery', expiresAt, publicKey: null, linkSessionId })
  await page.route('**/link-initialize.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: linkScript(end) }),
  )
}

export const linkSessionId = '00000000-0000-4000-8000-000000000000'

/** One of the routes behind a reconnect link answers so, and nothing happens at our server. */
export function answer(page: Page, act: string, body: object, status = 200): Promise<unknown> {
  return page.route(`**/api/reconnect/*/${act}`, (route) => route.fulfill({ status, json: body }))
}

/** It refuses with this code. */
export function refuse(page: Page, act: string, code: string): Promise<unknown> {
  return answer(page, act, { error: { code, message: code } }, 400)
}

/** It cannot be reached. */
export function cutOff(page: Page, act: string): Promise<unknown> {
  return page.route(`**/api/reconnect/*/${act}`, (route) => route.abort())
}

/** It never answers. */
export function letWait(page: Page, act: string): Promise<unknown> {
  return page.route(`**/api/reconnect/*/${act}`, () => undefined)
}
