import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { callPlaid } from '#lib/adapters/plaid/call-plaid.ts'
import { brokenItem, post } from '../../../scripts/testing/reconnect.ts'
import { startWorker, stopRelink } from '../../../scripts/testing/relink.ts'
import { sandboxClient } from '../../../scripts/testing/sandbox-client.ts'
import { POST as mintLinkToken } from './[token]/link-token/route.ts'

const sandbox = sandboxClient()
const Minted = z.object({ linkToken: z.string() })

beforeAll(startWorker)
afterAll(stopRelink)

it.each([
  ['MANUAL_VERIFICATION_REQUIRED', ['investments_auth']],
  ['ADDITIONAL_CONSENT_REQUIRED', []],
  ['ITEM_LOGIN_REQUIRED', []],
])('after %s Link is asked for the products %o', async (errorCode, products) => {
  const { token, plaidItemId } = await brokenItem()
  await sandbox.breakItem(plaidItemId, { errorCode, silent: true })
  const { linkToken } = Minted.parse((await post(mintLinkToken, token)).answer)
  const session = await callPlaid('/link/token/get', (api) => api.linkTokenGet({ link_token: linkToken }))
  expect(session.metadata.initial_products).toEqual(products)
})
