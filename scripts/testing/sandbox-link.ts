import { z } from 'zod'
import type { AskSandbox } from './ask-sandbox.ts'

/** One link token, or all those that repair an Item of Plaid's. */
export type WhichTokens = { linkToken: string } | { itemId: string }

/** What `Plaid.create` would be given; with `publicKey` the token is a public one. */
export type LinkConfig = { token: string; publicKey?: string; receivedRedirectUri?: string; oauthRedirectUri?: string }

const PlaidError = z.object({ error_type: z.string(), error_code: z.string() })
const Event = z.object({ name: z.string(), metadata: z.record(z.string(), z.string().nullable()) })
const Outcome = z.object({
  succeeded: z.boolean(),
  publicToken: z.string().optional(),
  error: PlaidError.nullish(),
  metadata: z.looseObject({ link_session_id: z.string() }),
  events: z.array(Event),
})
const View = z.object({
  pane: z.string(),
  problem: z.string().nullish(),
  error: PlaidError.optional(),
  bankUrl: z.string().nullish(),
  accounts: z.array(z.object({ id: z.string(), name: z.string(), wasShared: z.boolean() })).optional(),
  outcome: Outcome.optional(),
})
const Started = z.object({ linkSessionId: z.string(), opened: Event, view: View })

const rightLogin = { username: 'user_good', password: 'pass_good' }

/** Link without a browser, and what happens to it while nobody looks. */
export function linkWays(ask: AskSandbox) {
  const control = (path: string, body: object) => ask(z.unknown(), 'POST', `/control/${path}`, body)

  /** Opens Link, hosted or not; `act` does what a person would do in its dialog and answers what it shows then. */
  const openLink = async (config: LinkConfig) => {
    const started = await ask(Started, 'POST', '/link/session/start', config)
    const act = (name: string, details: object = {}) =>
      ask(View, 'POST', `/link/session/${started.linkSessionId}/${name}`, details)
    return { ...started, act }
  }

  return {
    openLink,
    /** Repairs an Item at a bank that asks for a password. */
    passLink: async (token: string) => (await openLink({ token })).act('credentials', rightLogin),
    /** Opens Link, tries this password, and leaves. */
    leaveLink: async (token: string, password = 'pass_wrong') => {
      const link = await openLink({ token })
      await link.act('credentials', { username: 'user_good', password })
      return link.act('exit')
    },
    killLinkTokens: (which: WhichTokens) => control('link-tokens/kill', which),
    /** Plaid gives up waiting for a person who went away. */
    abandonLink: (which: WhichTokens) => control('link-sessions/abandon', which),
    /** LINK: EVENTS of hosted sessions come once more, with all that happened. */
    tellLinkEvents: (which: WhichTokens) => control('link-sessions/tell-events', which),
    setLinkWebhooksOff: (off: boolean) => control('link-webhooks', { off }),
  }
}
