import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { brokenItem, post } from '../../../scripts/testing/reconnect.ts'
import { startWorker, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { POST as confirm } from './[token]/confirm/route.ts'
import { GET } from './[token]/state/route.ts'

async function ask(token: string) {
  const response = await GET(new Request('http://localhost:3000/api'), { params: Promise.resolve({ token }) })
  return { status: response.status, answer: await response.json() }
}

beforeAll(startWorker)
afterAll(stopRelink)

describe('a page that waits', () => {
  it('hears that its link is open, and then that the bank works again', async () => {
    const { plaidItemId, token } = await brokenItem()
    expect(await ask(token)).toEqual({ status: 200, answer: { state: 'open' } })
    await sandboxClient().repair(plaidItemId, { silent: true })
    expect((await post(confirm, token)).answer).toMatchObject({ outcome: 'proved' })
    expect(await ask(token)).toEqual({ status: 200, answer: { state: 'done' } })
  })

  it('hears that a link which was never made is gone', async () => {
    expect(await ask('A'.repeat(43))).toEqual({ status: 200, answer: { state: 'gone' } })
  })

  it('may ask often, and not without end', async () => {
    const { token } = await brokenItem()
    // A tab asks every four seconds at first, then every twenty.
    const anHour = 75 + 165
    await ask(token)
    const asked = (times: number) =>
      db().rateLimit.updateMany({ where: { key: { startsWith: 'link-state:' } }, data: { points: times } })
    await asked(4 * anHour)
    expect((await ask(token)).status).toBe(200)
    await asked(10 * anHour)
    expect(await ask(token)).toMatchObject({ status: 429, answer: { error: { code: 'too_many' } } })
  })
})
