import { CountryCode, type LinkTokenCreateRequest } from 'plaid'
import { sandboxClient } from '../../scripts/testing/sandbox-client.ts'
import { breakItem } from '../acts/break-item.ts'
import { createItem } from '../acts/create-item.ts'
import { type Received, receiveWebhooks } from './receive-webhooks.ts'
import { runSandbox } from './run-sandbox.ts'

export const rightLogin = { username: 'user_good', password: 'pass_good' }

const request = {
  client_name: 'Fernway',
  language: 'en',
  country_codes: [CountryCode.Us],
  user: { client_user_id: 'user-1' },
}

/** A broken Item, a link token that repairs it, and a receiver of webhooks. */
export async function runLink({
  institutionId = 'ins_109508',
  now,
  ...more
}: Partial<LinkTokenCreateRequest> & { institutionId?: string; now?: () => Date } = {}) {
  const running = await runSandbox({}, now)
  const receiver = await receiveWebhooks()
  const item = createItem(running.sandbox, { institutionId })
  breakItem(running.sandbox, item.itemId)
  const ask = { ...request, access_token: item.accessToken, webhook: receiver.url, ...more }
  const { data } = await running.plaid.linkTokenCreate(ask)
  return {
    ...running,
    ...data,
    client: sandboxClient(running.url),
    item,
    receiver,
    mint: async (change: Partial<LinkTokenCreateRequest> = {}) =>
      (await running.plaid.linkTokenCreate({ ...ask, ...change })).data,
    /** Answers on the bank's own page as its form does. */
    answerBank: async (bankUrl: string | null | undefined, decision: 'granted' | 'refused', accountIds: string[]) => {
      const page = new URL(bankUrl ?? '', running.url)
      const body = new URLSearchParams({
        oauth_state_id: page.searchParams.get('oauth_state_id') ?? '',
        decision,
      })
      for (const accountId of accountIds) body.append('account_id', accountId)
      const answer = await fetch(new URL('/link/oauth-bank', running.url), { method: 'POST', body })
      return /data-return-address="([^"]*)"/.exec(await answer.text())?.[1] ?? null
    },
  }
}

/** The next webhooks, by code: two of one session may overtake each other. */
export async function nextByCode(receiver: { next: () => Promise<Received> }, count: number) {
  const bodies: Record<string, Record<string, unknown>> = {}
  for (let taken = 0; taken < count; taken += 1) {
    const body = JSON.parse((await receiver.next()).body)
    bodies[body.webhook_code] = body
  }
  return bodies
}
