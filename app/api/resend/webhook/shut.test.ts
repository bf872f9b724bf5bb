import { expect, it, vi } from 'vitest'
import { mailEventBody, signMailEvent } from '../../../../scripts/testing/mail-events.ts'
import { POST } from './route.ts'

// Read at the first request; this file's environment is its own.
vi.stubEnv('RESEND_WEBHOOK_SECRET', undefined)
const someSecret = `whsec_${Buffer.alloc(24, 9).toString('base64')}`

it('without RESEND_WEBHOOK_SECRET the door is shut, and says so', async () => {
  const body = mailEventBody({ type: 'email.complained' })
  const headers = signMailEvent(body, new Date(), someSecret)
  const answer = await POST(new Request('http://localhost:3000/api/resend/webhook', { method: 'POST', headers, body }))
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ error: { code: 'no_webhook_secret' } })
})
