import { z } from 'zod'
import { type CallLimits, noCallLimits, productionCallLimits } from './plaid/call-limits.ts'

export type SandboxOptions = {
  /** 0 takes any free port. */
  port: number
  /** Where the snapshot is kept; null keeps everything in memory. */
  dataFile: string | null
  /** Waits before each retry of a webhook that was not answered with 200. */
  retryDelaysMs: number[]
  webhookTimeoutMs: number
  /** How often Plaid's endpoints may be called. */
  callLimits: CallLimits
  /** Where "Open Relink" points. */
  appUrl: string
  plaidClientId: string
  plaidSecret: string
  /** Opens Link in the way that Plaid had before link tokens. */
  plaidPublicKey: string
  resendApiKey: string
  /** Signs what Resend tells of mails, `whsec_…`; null while no app listens for it. */
  resendWebhookSecret: string | null
  /** Between a mail and each thing that Resend tells of it. */
  mailEventDelayMs: number
}

const firstRetryMs = 30_000
const retryWindowMs = 24 * 60 * 60 * 1000

/** Plaid's pattern: the first retry after 30 s, each wait four times the last, within 24 hours. */
export function plaidRetryDelaysMs(): number[] {
  const delays: number[] = []
  let sinceFirstMs = 0
  for (let delay = firstRetryMs; sinceFirstMs + delay <= retryWindowMs; delay *= 4) {
    delays.push(delay)
    sinceFirstMs += delay
  }
  return delays
}

const delaysSchema = z
  .string()
  .regex(/^\d+(,\d+)*$/, 'a comma list of milliseconds, for example 100,400,1600')
  .transform((list) => list.split(',').map(Number))

const environmentSchema = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65535).default(3100),
  SANDBOX_DATA_FILE: z.string().min(1).optional(),
  SANDBOX_RETRY_DELAYS_MS: delaysSchema.optional(),
  SANDBOX_WEBHOOK_TIMEOUT_MS: z.coerce.number().int().positive().default(10_000),
  SANDBOX_LIMITS: z.enum(['none', 'production']).default('none'),
  SANDBOX_APP_URL: z.url().default('http://localhost:3000'),
  SANDBOX_PLAID_CLIENT_ID: z.string().min(1).default('sandbox-client-id'),
  SANDBOX_PLAID_SECRET: z.string().min(1).default('sandbox-secret'),
  SANDBOX_PUBLIC_KEY: z.string().min(1).default('sandbox-public-key'),
  SANDBOX_RESEND_API_KEY: z.string().min(1).default('re_sandbox'),
  SANDBOX_RESEND_WEBHOOK_SECRET: z.string().startsWith('whsec_').optional(),
  SANDBOX_MAIL_EVENT_DELAY_MS: z.coerce.number().int().min(0).default(150),
})

export class OptionsError extends Error {
  override name = 'OptionsError'
}

/** Reads the options; says which variable is wrong and what it should be. */
export function parseOptions(environment: Record<string, string | undefined>): SandboxOptions {
  const parsed = environmentSchema.safeParse(environment)
  if (!parsed.success) {
    const complaints = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new OptionsError(complaints.join('; '))
  }
  const env = parsed.data
  return {
    port: env.SANDBOX_PORT,
    dataFile: env.SANDBOX_DATA_FILE ?? null,
    retryDelaysMs: env.SANDBOX_RETRY_DELAYS_MS ?? plaidRetryDelaysMs(),
    webhookTimeoutMs: env.SANDBOX_WEBHOOK_TIMEOUT_MS,
    callLimits: env.SANDBOX_LIMITS === 'production' ? productionCallLimits : noCallLimits,
    appUrl: env.SANDBOX_APP_URL,
    plaidClientId: env.SANDBOX_PLAID_CLIENT_ID,
    plaidSecret: env.SANDBOX_PLAID_SECRET,
    plaidPublicKey: env.SANDBOX_PUBLIC_KEY,
    resendApiKey: env.SANDBOX_RESEND_API_KEY,
    resendWebhookSecret: env.SANDBOX_RESEND_WEBHOOK_SECRET ?? null,
    mailEventDelayMs: env.SANDBOX_MAIL_EVENT_DELAY_MS,
  }
}
