import type { SandboxOptions } from './options.ts'
import { type CallBook, openCallBook } from './plaid/call-book.ts'
import type { CallLimits } from './plaid/call-limits.ts'
import type { PushDisturbance } from './push/push-disturbance.ts'
import type { MailOutcome } from './state/mail.ts'
import { openStore, type Store } from './state/store.ts'
import type { Chaos } from './webhooks/chaos.ts'

export type MailRefusal = { status: number; name: string; message: string; times: number }
export type MailDisturbance = { waitMs: number; isCut: boolean; times: number }

/** One running sandbox. The acts in `acts/` take it as their first argument. */
export type Sandbox = {
  readonly options: SandboxOptions
  readonly store: Store
  readonly now: () => Date
  /** Not kept over a restart. */
  readonly moods: {
    keyEndpointDown: boolean
    /** Nothing is told of hosted sessions: the app must ask. */
    linkWebhooksOff: boolean
    mailRefusals: MailRefusal[]
    /** What becomes of the next mails, instead of what their addresses are for. */
    mailOutcomes: { outcome: MailOutcome; times: number }[]
    /** How the answers to the next mails suffer. */
    mailDisturbances: MailDisturbance[]
    /** How a push service behaves for the next messages. */
    pushDisturbances: PushDisturbance[]
    /** What Resend is still to tell of mails. */
    mailEventTimers: Set<NodeJS.Timeout>
    calls: CallBook
    callLimits: CallLimits
    /** How webhooks suffer on their way; null while they do not. */
    chaos: Chaos | null
    /** Waiting webhook retries, by delivery id. */
    retryTimers: Map<string, NodeJS.Timeout>
  }
}

/** Opens the state and gives the sandbox that every route and act works on. */
export async function openSandbox(options: SandboxOptions, now: () => Date = () => new Date()): Promise<Sandbox> {
  return {
    options,
    store: await openStore(options.dataFile),
    now,
    moods: {
      keyEndpointDown: false,
      linkWebhooksOff: false,
      mailRefusals: [],
      mailOutcomes: [],
      mailDisturbances: [],
      pushDisturbances: [],
      mailEventTimers: new Set(),
      calls: openCallBook(),
      callLimits: options.callLimits,
      chaos: null,
      retryTimers: new Map(),
    },
  }
}
