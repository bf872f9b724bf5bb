import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { brokenItem, post } from '../../../scripts/testing/reconnect.ts'
import { startWorker, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { POST as confirm } from './[token]/confirm/route.ts'
import { POST as mintLinkToken } from './[token]/link-token/route.ts'

// Read at the first use, which comes later.
vi.stubEnv('UPDATE_TOKEN', 'public_token')
vi.stubEnv('PLAID_PUBLIC_KEY', 'sandbox-public-key')

const Started = z.object({
  path: z.literal('public_token'),
  linkToken: z.string().startsWith('public-sandbox-'),
  linkSessionId: z.string(),
  expiresAt: z.string(),
  publicKey: z.object({ key: z.string(), env: z.literal('sandbox'), products: z.array(z.string()) }),
})

beforeAll(startWorker)
afterAll(stopRelink)

it('an old client of Plaid repairs by a public token of 30 minutes and its public key, and nothing is exchanged', async () => {
  const { token } = await brokenItem()
  const { linkToken, linkSessionId, expiresAt, publicKey } = Started.parse((await post(mintLinkToken, token)).answer)
  expect(Math.round((Date.parse(expiresAt) - Date.now()) / 60_000)).toBe(30)
  const link = await sandboxClient().openLink({ token: linkToken, publicKey: publicKey.key })
  await link.act('credentials', { username: 'user_good', password: 'pass_good' })
  expect((await post(confirm, token, { linkSessionId })).answer).toMatchObject({ outcome: 'proved' })
  const { paths } = await sandboxClient().calls()
  expect(paths['/item/public_token/exchange']).toMatchObject({ calls: 1 }) // the first connection's
})
