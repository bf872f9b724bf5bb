import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenItem, post, submit } from '../../../scripts/testing/reconnect.ts'
import { startWorker, stopRelink } from '../../../scripts/testing/relink.ts'
import { POST as confirm } from './[token]/confirm/route.ts'
import { POST as later } from './[token]/later/route.ts'
import { POST as endLink } from './[token]/link-end/route.ts'
import { POST as mintLinkToken } from './[token]/link-token/route.ts'

const origin = 'http://localhost:3000'
const mebibyte = 1024 * 1024

/** Posts a body that goes on for 64 MiB; answers the status, and how much of it was read. */
async function postWithoutEnd(route: typeof confirm, token: string) {
  let sentBytes = 0
  const body = new ReadableStream({
    pull(controller) {
      if (sentBytes >= 64 * mebibyte) return controller.close()
      sentBytes += 64 * 1024
      controller.enqueue(new Uint8Array(64 * 1024).fill(32))
    },
  })
  const init = { method: 'POST', headers: { origin }, body, duplex: 'half' }
  const { status } = await route(new Request(`${origin}/api`, init), { params: Promise.resolve({ token }) })
  return { status, sentBytes }
}

beforeAll(startWorker)
afterAll(stopRelink)

describe('a body behind a reconnect link', () => {
  it('without an end is refused by every route that takes one, and not read on', async () => {
    const { token } = await brokenItem()
    for (const route of [mintLinkToken, confirm, endLink]) {
      const { status, sentBytes } = await postWithoutEnd(route, token)
      expect(status).toBe(413)
      expect(sentBytes).toBeLessThan(mebibyte)
    }
    const { status, sentBytes } = await postWithoutEnd(later, token)
    expect(status).toBe(303)
    expect(sentBytes).toBeLessThan(mebibyte)
  })

  it('that is longer than anything expected says so with a code', async () => {
    const { token } = await brokenItem()
    const answered = await post(confirm, token, { more: 'x'.repeat(mebibyte) })
    expect(answered).toMatchObject({ status: 413, answer: { error: { code: 'too_large' } } })
  })

  it('that holds as many events as a Link session can have is taken', async () => {
    const { token } = await brokenItem()
    const word = 'w'.repeat(100)
    const event = { name: word, errorCode: word, exitStatus: word, viewName: word, requestId: word }
    const events = Array.from({ length: 200 }, () => ({ ...event, at: new Date().toISOString() }))
    const body = { linkSessionId: crypto.randomUUID(), plaidSessionId: null, end: { type: 'success' }, events }
    expect((await post(endLink, token, body)).status).toBe(200)
  })

  it('that is too long for a form leads to the page and chooses nothing', async () => {
    const { token } = await brokenItem()
    expect(await submit(later, token, { later: 'x'.repeat(10_000) })).toBe(`/reconnect/${token}`)
  })
})
