import { z } from 'zod'

/** A wrong or missing key. The message is one sentence for the person who deploys; it never holds the value. */
export class EnvError extends Error {
  override name = 'EnvError'
}

const plaidLinkScriptUrl = 'https://cdn.plaid.com/link/v2/stable/link-initialize.js'
const plaidBaseUrls = { sandbox: 'https://sandbox.plaid.com', production: 'https://production.plaid.com' }

const httpUrl = (what: string) =>
  z.string().refine((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ''), { error: what })
const commaList = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
)
const required = (what: string) => z.string({ error: what }).min(1, { error: what })

const tokenKey = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/), key: z.instanceof(Buffer) })

/** `id:base64key,id:base64key`: the first key seals, all of them open. */
const tokenKeys = required('is missing; it needs at least one id:base64key pair')
  .transform((value) => value.split(',').map((pair) => pair.trim()))
  .transform((pairs, context) => {
    const keys = pairs.map((pair) => {
      const [id = '', key = ''] = pair.split(':')
      return { id, key: Buffer.from(key, 'base64') }
    })
    const isWrong = keys.some(({ id, key }) => !tokenKey.safeParse({ id, key }).success || key.length !== 32)
    if (isWrong) context.addIssue('must be id:base64key pairs parted by commas, each key 32 bytes in base64')
    return keys
  })

const schema = z.object({
  APP_URL: httpUrl('must be an http or https address, for example https://relink.example.com')
    .default('http://localhost:3000')
    .transform((value) => value.replace(/\/+$/, '')),
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
  PLAID_PRODUCTS: commaList
    .refine((products) => products.length > 0 && products.every((product) => /^[a-z_]+$/.test(product)), {
      error: 'must be Plaid’s product names parted by commas, such as transactions',
    })
    .default(['transactions']),
  PLAID_COUNTRY_CODES: commaList
    .refine((codes) => codes.length > 0 && codes.every((code) => /^[A-Z]{2}$/.test(code)), {
      error: 'must be country codes parted by commas, such as US,CA',
    })
    .default(['US']),
  PLAID_LANGUAGE: z
    .string()
    .regex(/^[a-z]{2}$/, { error: 'must be a language of two letters, such as en' })
    .default('en'),
  PLAID_REDIRECT_URI: httpUrl('must be an http or https address')
    .refine((value) => !/[?#]/.test(value), { error: 'must have no query and no #, Plaid refuses them' })
    .optional(),
  RESEND_API_KEY: required('is missing; without it no mail can be sent'),
  RESEND_BASE_URL: httpUrl('must be an http or https address').optional(),
  MAIL_FROM: required('is missing; it is the sender, for example Fernway <hello@fernway.example>'),
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
  if (env.PLAID_ENV === 'production') {
    for (const key of ['PLAID_BASE_URL', 'PLAID_LINK_SCRIPT_URL'] as const) {
      if (env[key])
        throw new EnvError(`${key} must not be set with PLAID_ENV=production: real logins go to Plaid only.`)
    }
  }
  return {
    ...env,
    PLAID_BASE_URL: (env.PLAID_BASE_URL ?? plaidBaseUrls[env.PLAID_ENV]).replace(/\/+$/, ''),
    PLAID_LINK_SCRIPT_URL: env.PLAID_LINK_SCRIPT_URL ?? plaidLinkScriptUrl,
    PLAID_REDIRECT_URI: env.PLAID_REDIRECT_URI ?? `${env.APP_URL}/link/oauth`,
  }
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
