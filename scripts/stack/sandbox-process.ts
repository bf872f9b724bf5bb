import { join } from 'node:path'
import { type Child, startChild } from './child.ts'
import type { Variables } from './environment.ts'
import { repositoryFolder } from './folders.ts'

const startTimeoutMs = 20_000
const listening = /^sandbox listening on (http:\/\/localhost:\d+)/

export type SandboxProcess = Child & { url: string }

type SandboxOptions = {
  /** 0 for any free port. */
  port: number
  appUrl: string
  logFile: string
  /** Absent: it forgets everything when it ends. */
  dataFile?: string
  retryDelaysMs?: number[]
  /** Absent: Resend tells nothing of mails, because nobody listens at `appUrl`. */
  resendWebhookSecret?: string
}

/** Starts the stand-in for Plaid and Resend, and waits until it says where it listens. */
export async function startSandbox(options: SandboxOptions): Promise<SandboxProcess> {
  const { promise: url, resolve } = Promise.withResolvers<string>()
  const child = startChild({
    name: 'sandbox',
    command: process.execPath,
    args: [join(repositoryFolder, 'sandbox', 'main.ts')],
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV, ...sandboxVariables(options) },
    logFile: options.logFile,
    hasChannel: true, // Vitest ends a process whose test file cannot be loaded without a word
    onLine: (line) => {
      const address = listening.exec(line)?.[1]
      if (address) resolve(address)
    },
  })
  const timeout = AbortSignal.timeout(startTimeoutMs)
  const failed = new Promise<undefined>((giveUp) => {
    timeout.addEventListener('abort', () => giveUp(undefined))
    child.ended.then(() => giveUp(undefined), giveUp)
  })
  const address = await Promise.race([url, failed])
  if (address) return { ...child, url: address }
  await child.stop(0)
  throw new Error(`The sandbox did not start; the reason is in ${options.logFile}.`)
}

function sandboxVariables({ port, appUrl, dataFile, retryDelaysMs, resendWebhookSecret }: SandboxOptions): Variables {
  return {
    SANDBOX_PORT: String(port),
    SANDBOX_APP_URL: appUrl,
    ...(resendWebhookSecret && { SANDBOX_RESEND_WEBHOOK_SECRET: resendWebhookSecret }),
    ...(dataFile && { SANDBOX_DATA_FILE: dataFile }),
    ...(retryDelaysMs && { SANDBOX_RETRY_DELAYS_MS: retryDelaysMs.join(',') }),
  }
}
