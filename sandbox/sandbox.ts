import type { SandboxOptions } from './options.ts'
import { openStore, type Store } from './state/store.ts'

export type MailRefusal = { status: number; name: string; message: string; times: number }
export type PlaidCall = { path: string; itemId: string | null }

/** One running sandbox. The acts in `acts/` take it as their first argument. */
export type Sandbox = {
  readonly options: SandboxOptions
  readonly store: Store
  readonly now: () => Date
  /** Not kept over a restart. */
  readonly moods: {
    keyEndpointDown: boolean
    mailRefusals: MailRefusal[]
    calls: PlaidCall[]
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
    moods: { keyEndpointDown: false, mailRefusals: [], calls: [], retryTimers: new Map() },
  }
}
