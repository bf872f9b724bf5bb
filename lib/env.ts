import { z } from 'zod'
import {
  commaList,
  httpUrl,
  isVapidPair,
  required,
  sender,
  siteUrl,
  smtpUrl,
  tokenKeys,
  vapidPrivateKey,
  vapidPublicKey,
  vapidSubject,
  webhookSecret,
} from './env-forms.ts'
import { noticeKeys, noticeRulesOf } from './notice-keys.ts'
import { plaidKeys } from './plaid-keys.ts'
import { reconnectKeys } from './reconnect-keys.ts'

/** A wrong or missing key. The message is one sentence for the person who deploys; it never holds the value. */
export class EnvError extends Error {
  override name = 'EnvError'
}

const plaidLinkScriptUrl = 'https://cdn.plaid.com/link/v2/stable/link-initialize.js'
const plaidBaseUrls = { sandbox: 'https://sandbox.plaid.com', production: 'https://production.plaid.com' }

const schema = z.object({
  APP_URL: siteUrl.default('http://localhost:3000'),
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(3000),
  DATABASE_URL: required('is missing; it names the PostgreSQL database').refine(
    (value) => /^postgres(ql)?:$/.test(URL.parse(value)?.protocol ?? ''),
    { error: 'must be a postgresql:// address' },
  ),
  PLAID_CLIENT_ID: required('is missing; it stands in the Plaid Dashboard under Keys'),
  PLAID_SECRET: required('is missing; it stands in the Plaid Dashboard under Keys'),
  PLAID_ENV: z.enum(['sandbox', 'production'], { error: 'must be sandbox or production' }).default('sandbox'),
  PLAID_BASE_URL: httpUrl('must be an http or https address').optional(),
  PLAID_LINK_SCRIPT_URL: httpUrl('must be an http or https address').optional(),
  PLAID_CLIENT_NAME: z
    .string()
    .min(1, { error: 'must not be empty' })
    // Plaid's Link shows "This Application" instead of a longer name (plaid-openapi, client_name).
    .max(30, { error: 'must have 30 characters at most, or Plaid does not show it' })
    .default('Relink'),
  ...plaidKeys,
  PLAID_REDIRECT_URI: httpUrl('must be an http or https address')
    .refine((value) => !/[?#]/.test(value), { error: 'must have no query and no #, Plaid refuses them' })
    .optional(),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: httpUrl('must be an http or https address').optional(),
  RESEND_WEBHOOK_SECRET: webhookSecret.optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: sender,
  VAPID_PUBLIC_KEY: vapidPublicKey.optional(),
  VAPID_PRIVATE_KEY: vapidPrivateKey.optional(),
  VAPID_SUBJECT: vapidSubject.optional(),
  AUTH_SECRET: required('is missing; any 32 random bytes in base64 will do').min(16, {
    error: 'must have 16 characters or more',
  }),
  TOKEN_KEYS: tokenKeys,
  ADMIN_EMAILS: commaList.transform((emails) => emails.map((email) => email.toLowerCase())).default([]),
  RELINK_ROLE: z.enum(['web', 'worker', 'all'], { error: 'must be web, worker or all' }).default('all'),
  API_KEY: z
    .string()
    .min(24, { error: 'must have 24 characters or more, or nobody else’s guesses are safe' })
    .optional(),
  BRAND_LOGO_URL: httpUrl('must be an http or https address').optional(),
  ...noticeKeys,
  ...reconnectKeys,
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'must be fatal, error, warn, info, debug or silent',
    })
    .default('info'),
})

/** The keys that Relink reads, for tests that compare them with `.env.example`. */
export const envKeys = Object.keys(schema.shape)

export type Env = ReturnType<typeof parseEnv>

/**
 * Reads Relink's settings from `source`; empty values count as absent.
 * @throws EnvError naming the first wrong key and what is expected of it.
 */
export function parseEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new EnvError(`${issue?.path.join('.') ?? 'The environment'} ${issue?.message ?? 'is wrong'}.`)
  }
  const env = parsed.data
  requireFitting(env)
  return {
    ...env,
    VAPID: vapidOf(env),
    PLAID_BASE_URL: (env.PLAID_BASE_URL ?? plaidBaseUrls[env.PLAID_ENV]).replace(/\/+$/, ''),
    PLAID_LINK_SCRIPT_URL: env.PLAID_LINK_SCRIPT_URL ?? plaidLinkScriptUrl,
    noticeRules: noticeRulesOf(env),
    PLAID_REDIRECT_URI: env.PLAID_REDIRECT_URI ?? `${env.APP_URL}/link/oauth`,
  }
}

/** Checks the keys that go together, or must not. */
function requireFitting(env: z.infer<typeof schema>): void {
  if (env.PLAID_ENV === 'production') {
    for (const key of ['PLAID_BASE_URL', 'PLAID_LINK_SCRIPT_URL'] as const) {
      if (env[key])
        throw new EnvError(`${key} must not be set with PLAID_ENV=production: real logins go to Plaid only.`)
    }
  }
  if (env.UPDATE_TOKEN === 'public_token' && !env.PLAID_PUBLIC_KEY) {
    throw new EnvError('PLAID_PUBLIC_KEY is missing; UPDATE_TOKEN=public_token cannot start Link without it.')
  }
  if (!env.RESEND_API_KEY && !env.SMTP_URL) {
    throw new EnvError('RESEND_API_KEY is missing, and so is SMTP_URL; without one of them no mail can be sent.')
  }
}

type VapidKeys = Pick<z.infer<typeof schema>, 'VAPID_PUBLIC_KEY' | 'VAPID_PRIVATE_KEY' | 'VAPID_SUBJECT'>

/** What browser messages are signed with; null when they are off. */
function vapidOf({ VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject }: VapidKeys) {
  if (!publicKey && !privateKey && !subject) return null
  if (!publicKey || !privateKey || !subject) {
    throw new EnvError('VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT go together: set all three, or none.')
  }
  if (!isVapidPair(publicKey, privateKey)) {
    throw new EnvError('VAPID_PUBLIC_KEY must be the other half of VAPID_PRIVATE_KEY.')
  }
  return { publicKey, privateKey, subject }
}

let parsedOnce: Env | undefined

/**
 * The settings of this process, read at the first call and not at import, because `next build` runs without them.
 * @throws EnvError as `parseEnv` does.
 */
export function env(): Env {
  parsedOnce ??= parseEnv(process.env)
  return parsedOnce
}

/** Whether Link's script is Plaid's own, which react-plaid-link loads by itself. */
export function usesPlaidsLinkScript(): boolean {
  return env().PLAID_LINK_SCRIPT_URL === plaidLinkScriptUrl
}

/** How much to log; read apart from the rest, so that a wrong setting can still be logged. */
export function logLevel(): string {
  return schema.shape.LOG_LEVEL.safeParse(process.env.LOG_LEVEL || undefined).data ?? 'info'
}

/** Whether signals are ours to handle, so that running jobs can finish (Next exits at once otherwise). */
export function handlesSignals(): boolean {
  return process.env.NEXT_MANUAL_SIG_HANDLE === 'true'
}

/** Whether this is `next dev`. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === 'development'
}
