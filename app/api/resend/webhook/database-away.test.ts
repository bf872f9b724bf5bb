import { afterAll, expect, it, vi } from 'vitest'
import { closeDb } from '#lib/adapters/db/client.ts'
import { mailEventBody, signMailEvent } from '../../../../scripts/testing/mail-events.ts'
import { POST } from './route.ts'

// Read at the first request; this file's environment is its own. Nobody listens there.
vi.stubEnv('DATABASE_URL', 'postgresql://relink@127.0.0.1:1/relink')

afterAll(closeDb)

it('what cannot be stored is asked for again', async () => {
  const body = mailEventBody({ type: 'email.complained' })
  const request = { method: 'POST', headers: signMailEvent(body), body }
  const answer = await POST(new Request('http://localhost:3000/api/resend/webhook', request))
  expect(answer.status).toBe(503)
})
