import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import type { Secrets } from './secrets.ts'

export type Variables = Record<string, string | undefined>

/** What a file such as `.env` says, with the given environment on top; a key without a value counts as absent. */
export function readVariables(file: string, given: Variables): Variables {
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  return { ...withoutEmpty(fromFile), ...withoutEmpty(given) }
}

/**
 * Whether the sandbox has to stand in for Plaid, or for Resend. `examples`: whether there may be people to look at, whose
 * mails must not leave this machine.
 */
export function keylessParts(variables: Variables): { plaid: boolean; mail: boolean; examples: boolean } {
  const plaid = !(variables.PLAID_CLIENT_ID || variables.PLAID_SECRET)
  const mail = !(variables.RESEND_API_KEY || variables.SMTP_URL)
  return { plaid, mail, examples: plaid && mail }
}

const sandboxSender = 'Fernway <hello@fernway.example>'

type Addresses = { appUrl: string; appPort: number; sandboxUrl: string; databaseUrl: string }

/** Every key that the app needs: what was given, and for the rest the sandbox, own secrets and own database. */
export function completeVariables(given: Variables, secrets: Secrets, addresses: Addresses): Variables {
  const keyless = keylessParts(given)
  return {
    AUTH_SECRET: secrets.authSecret,
    TOKEN_KEYS: secrets.tokenKeys,
    ...(keyless.plaid && sandboxInsteadOfPlaid(addresses.sandboxUrl)),
    ...(keyless.mail && sandboxInsteadOfResend(addresses.sandboxUrl, secrets)),
    ...(!hasVapidKey(given) && ownVapidPair(secrets, given.MAIL_FROM ?? sandboxSender)),
    APP_URL: addresses.appUrl,
    PORT: String(addresses.appPort),
    DATABASE_URL: addresses.databaseUrl,
    ...given,
  }
}

function sandboxInsteadOfPlaid(sandboxUrl: string): Variables {
  return {
    PLAID_CLIENT_ID: 'sandbox-client-id',
    PLAID_SECRET: 'sandbox-secret',
    PLAID_ENV: 'sandbox',
    PLAID_BASE_URL: `${sandboxUrl}/plaid`,
    PLAID_LINK_SCRIPT_URL: `${sandboxUrl}/link-initialize.js`,
    PLAID_CLIENT_NAME: 'Fernway',
    BRAND_LOGO_URL: `${sandboxUrl}/brand/fernway.png`,
    ADMIN_EMAILS: 'admin@example.com',
  }
}

function sandboxInsteadOfResend(sandboxUrl: string, { resendWebhookSecret }: Secrets): Variables {
  return {
    RESEND_API_KEY: 're_sandbox',
    RESEND_BASE_URL: `${sandboxUrl}/resend`,
    RESEND_WEBHOOK_SECRET: resendWebhookSecret,
    MAIL_FROM: sandboxSender,
    ...noticesAtOnce,
  }
}

function hasVapidKey({ VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY }: Variables): boolean {
  return Boolean(VAPID_PUBLIC_KEY || VAPID_PRIVATE_KEY)
}

/** A pair of this checkout's own; push services may write to whoever sends the mails. */
function ownVapidPair({ vapidPublicKey, vapidPrivateKey }: Secrets, sender: string): Variables {
  const address = /[^\s<>@]+@[^\s<>@]+/.exec(sender)?.[0] ?? 'no-reply@localhost'
  return {
    VAPID_PUBLIC_KEY: vapidPublicKey,
    VAPID_PRIVATE_KEY: vapidPrivateKey,
    VAPID_SUBJECT: `mailto:${address}`,
  }
}

/** Nobody real is written to here, and whoever plays or tests wants to see the mail now, at any hour. */
const noticesAtOnce = {
  NOTICE_GRACE_MINUTES: '0',
  NOTICE_MOST_PER_DAY: '1000',
  NOTICE_MOST_PER_WEEK: '1000',
  NOTICE_QUIET_HOURS: 'none',
}

function withoutEmpty(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
}
