import { z } from 'zod'
import { type AskSandbox, askAt } from './ask-sandbox.ts'
import { Calls, Chaos, Mail, MailEvent, PushMessage, PushSubscription, State } from './sandbox-answers.ts'
import { linkWays } from './sandbox-link.ts'

/** The variable that says where the sandbox of this test listens. */
export const sandboxUrlKey = 'SANDBOX_URL'

export type ChaosWish = {
  dropShare?: number
  repeatShare?: number
  shuffle?: boolean
  maxDelayMs?: number
  seed?: number
}
export type CallLimits =
  | { like: 'production' }
  | Partial<
      Record<
        'itemGetPerMinute' | 'itemGetClientPerMinute' | 'accountsGetPerMinute' | 'accountsGetClientPerMinute',
        number | null
      >
    >
export type SandboxMail = z.infer<typeof Mail>
export type MailOutcome =
  | 'delivered'
  | 'bounced'
  | 'bounced_for_now'
  | 'complained'
  | 'delayed'
  | 'failed'
  | 'suppressed'
export type PushDisturbance = { status?: number; waitMs?: number; isCut?: boolean; times?: number }

/** The ways in which the sandbox can forge a webhook. */
export const flaws = [
  'signature',
  'body',
  'algorithm',
  'unknown-key',
  'key-id',
  'expired-key',
  'claims',
  'stale',
  'future',
  'missing',
  'not-jwt',
] as const
type Flaw = (typeof flaws)[number]

/** What a test asks of the sandbox, over HTTP like every other caller. */
export function sandboxClient(url = process.env[sandboxUrlKey] ?? '') {
  const ask = askAt(url)
  const control = (path: string, body: object = {}) => ask(z.unknown(), 'POST', `/control/${path}`, body)
  const act = (itemId: string, verb: string, body?: object) => control(`items/${itemId}/${verb}`, body)

  return {
    url,
    state: () => ask(State, 'GET', '/control/state'),
    calls: () => ask(Calls, 'GET', '/control/calls'),
    createItem: (item: { itemId?: string; institutionId?: string; clientUserId?: string; webhook?: string } = {}) =>
      ask(z.object({ publicToken: z.string(), itemId: z.string() }), 'POST', '/control/items', {
        institutionId: 'ins_109508',
        ...item,
      }),
    createItems: (wish: { count: number; institutionId?: string; webhook?: string }) =>
      ask(
        z.object({ items: z.array(z.object({ itemId: z.string(), publicToken: z.string() })) }),
        'POST',
        '/control/items/bulk',
        { institutionId: 'ins_109508', ...wish },
      ).then(({ items }) => items),
    breakItem: (itemId: string, how: { errorCode?: string; errorCodeReason?: string; silent?: boolean } = {}) =>
      act(itemId, 'break', how),
    announceDisconnect: (itemId: string, how: { days?: number; code?: string; silent?: boolean } = {}) =>
      act(itemId, 'announce-disconnect', how),
    repair: (itemId: string, how: { silent?: boolean } = {}) => act(itemId, 'repair', how),
    revoke: (itemId: string, how: { silent?: boolean } = {}) => act(itemId, 'revoke', how),
    remove: (itemId: string) => act(itemId, 'remove'),
    ...accountWays(ask),
    sendWebhook: (itemId: string, body: { webhook_type: string; webhook_code: string; [field: string]: unknown }) =>
      act(itemId, 'webhook', body),
    setInstitutionDown: (institutionId: string, down: boolean) => control(`institutions/${institutionId}`, { down }),
    ...linkWays(ask),
    ...webhookWays(ask),
    limitCalls: (limits: CallLimits) => control('limits', limits),
    ...resendWays(ask),
    ...pushWays(ask),
    mails: (to?: string) =>
      ask(z.object({ mails: z.array(Mail) }), 'GET', `/mailbox.json${to ? `?to=${encodeURIComponent(to)}` : ''}`).then(
        ({ mails }) => mails,
      ),
    emptyMailbox: () => ask(z.unknown(), 'DELETE', '/mailbox.json'),
    reset: () => control('reset'),
  }
}

/** What happens to a person's accounts at the bank. Only a new one is told of. */
function accountWays(ask: AskSandbox) {
  const act = <Schema extends z.ZodType>(answer: Schema, itemId: string, verb: string, body: object = {}) =>
    ask(answer, 'POST', `/control/items/${itemId}/${verb}`, body)
  return {
    closeAccount: (itemId: string, accountId: string) => act(z.unknown(), itemId, 'close-account', { accountId }),
    reopenAccounts: (itemId: string) => act(z.unknown(), itemId, 'reopen-accounts'),
    /** One more account, not shared, with NEW_ACCOUNTS_AVAILABLE. */
    openAccount: (itemId: string, how: { name?: string; mask?: string; silent?: boolean } = {}) =>
      act(z.object({ accountId: z.string() }), itemId, 'open-account', how),
    /** From now on /accounts/get refuses with NO_ACCOUNTS while /item/get sees no error. */
    unshareAccounts: (itemId: string) => act(z.unknown(), itemId, 'unshare-accounts'),
  }
}

/** How Resend behaves for the next mails, and what it tells of those before. */
function resendWays(ask: AskSandbox) {
  const control = (path: string, body: object = {}) => ask(z.unknown(), 'POST', `/control/resend/${path}`, body)
  return {
    refuseNextMail: (how: { status: number; name: string; message: string; times?: number }) =>
      control('refuse-next', how),
    /** The answers to the next mails come late, or are cut off although the mail was taken. */
    disturbNextMail: (how: { waitMs?: number; isCut?: boolean; times?: number }) => control('disturb-next', how),
    decideNextMail: (outcome: MailOutcome, times = 1) => control('next-outcome', { outcome, times }),
    /** Takes back what no mail has met. */
    acceptMails: () => control('accept-all'),
    mailEvents: () =>
      ask(z.object({ events: z.array(MailEvent) }), 'GET', '/control/resend/events').then(({ events }) => events),
  }
}

/** The push service, and the browser behind it. */
function pushWays(ask: AskSandbox) {
  const control = (path: string, body: object = {}) => ask(z.unknown(), 'POST', `/control/push/${path}`, body)
  return {
    /** What `pushManager.subscribe` would give a page. */
    subscribeToPush: (applicationServerKey?: string) =>
      ask(PushSubscription, 'POST', '/control/push/subscriptions', {
        applicationServerKey: applicationServerKey ?? null,
      }),
    endSubscription: (id: string) => control(`subscriptions/${id}/end`),
    disturbNextPush: (how: PushDisturbance) => control('disturb-next', how),
    pushes: () =>
      ask(z.object({ messages: z.array(PushMessage) }), 'GET', '/push.json').then(({ messages }) => messages),
    forgetPushes: () => ask(z.unknown(), 'DELETE', '/push.json'),
  }
}

/** What concerns webhooks on their way, and the keys that sign them. */
function webhookWays(ask: AskSandbox) {
  const control = (path: string, body: object = {}) => ask(z.unknown(), 'POST', `/control/${path}`, body)
  return {
    /** The header that Plaid would send with exactly these bytes; with a flaw, one that must be refused. */
    sign: (body: string, how: { iat?: number; flaw?: Flaw } = {}) =>
      ask(z.object({ jwt: z.string().nullish() }), 'POST', '/control/sign', { body, ...how }).then(
        ({ jwt }) => jwt ?? '',
      ),
    /** The headers for many bodies in one go. */
    signMany: (bodies: string[]) =>
      ask(z.object({ jwts: z.array(z.string()) }), 'POST', '/control/sign-many', { bodies }).then(({ jwts }) => jwts),
    forge: (how: { url: string; itemId?: string; flaw: Flaw }) =>
      ask(z.object({ status: z.number(), body: z.string() }), 'POST', '/control/forge', how),
    rotateKeys: () => control('keys/rotate'),
    setKeyEndpointDown: (down: boolean) => control('keys/endpoint', { down }),
    /** From now on webhooks are dropped, repeated, delayed and shuffled. */
    startChaos: (wish: ChaosWish) => ask(Chaos, 'POST', '/control/chaos', wish),
    stopChaos: () => ask(Chaos, 'DELETE', '/control/chaos'),
    /** What became of webhooks so far, and how many are still to be sent. */
    chaos: () => ask(Chaos, 'GET', '/control/chaos'),
  }
}
