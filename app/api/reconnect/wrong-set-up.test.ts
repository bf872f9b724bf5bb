import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { log } from '#lib/log.ts'
import { brokenItem, post, submit } from '../../../scripts/testing/reconnect.ts'
import { startWorker, stopRelink } from '../../../scripts/testing/relink.ts'
import { POST as hosted } from './[token]/hosted/route.ts'
import { POST as mintLinkToken } from './[token]/link-token/route.ts'

// Read at the first request; this file's environment is its own. Plaid takes http from this machine only.
vi.stubEnv('PLAID_REDIRECT_URI', 'http://relink.example.com/link/oauth')

beforeAll(startWorker)
afterAll(stopRelink)

describe('a redirect URI that Plaid refuses', () => {
  it('is told to the person as a fault of ours, not as their bank’s', async () => {
    const { token } = await brokenItem()
    expect(await post(mintLinkToken, token)).toMatchObject({ status: 500, answer: { error: { code: 'broken' } } })
    expect(await submit(hosted, token)).toBe(`/reconnect/${token}?refused=broken`)
  })

  it('is told to whoever runs Relink as an error, with Plaid’s code and request', async () => {
    const { token } = await brokenItem()
    const errors = vi.spyOn(log, 'error')
    await post(mintLinkToken, token)
    const told = { call: '/link/token/create', errorCode: 'INVALID_FIELD', requestId: expect.any(String) }
    expect(errors).toHaveBeenCalledWith(expect.objectContaining(told), expect.any(String))
    errors.mockRestore()
  })
})
