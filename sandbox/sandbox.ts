import type { SandboxOptions } from './options.ts'
import { type CallBook, openCallBook } from './plaid/call-book.ts'
import type { CallLimits } from './plaid/call-limits.ts'
import { openStore, type Store } from './state/store.ts'
import type { Chaos } from './webhooks/chaos.ts'

export type MailRefusal = { status: number; name: string; message: string; times: number }

/** One running sandbox. The acts in `acts/` take it as their first argument. */
export type Sandbox = {
  readonly options: SandboxOptions
  readonly store: Store
  readonly now: () => Date
  /** Not kept over a restart. */
  readonly moods: {
    keyEndpointDown: boolean
    mailRefusals: MailRefusal[]
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
      mailRefusals: [],
      calls: openCallBook(),
      callLimits: options.callLimits,
      chaos: null,
      retryTimers: new Map(),
    },
  }
}
