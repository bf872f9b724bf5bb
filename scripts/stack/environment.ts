import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import type { Secrets } from './secrets.ts'

export type Variables = Record<string, string | undefined>

/** What a file such as `.env` says, with the given environment on top; a key without a value counts as absent. */
export function readVariables(file: string, given: Variables): Variables {
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  return { ...withoutEmpty(fromFile), ...withoutEmpty(given) }
}

/** Whether the sandbox has to stand in for Plaid, or for Resend. */
export function keylessParts(variables: Variables): { plaid: boolean; mail: boolean } {
  return { plaid: !(variables.PLAID_CLIENT_ID || variables.PLAID_SECRET), mail: !variables.RESEND_API_KEY }
}

type Addresses = { appUrl: string; appPort: number; sandboxUrl: string; databaseUrl: string }

/** Every key that the app needs: what was given, and for the rest the sandbox, own secrets and own database. */
export function completeVariables(given: Variables, secrets: Secrets, addresses: Addresses): Variables {
  const keyless = keylessParts(given)
  return {
    AUTH_SECRET: secrets.authSecret,
    TOKEN_KEYS: secrets.tokenKeys,
    ...(keyless.plaid && sandboxInsteadOfPlaid(addresses.sandboxUrl)),
    ...(keyless.mail && sandboxInsteadOfResend(addresses.sandboxUrl)),
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

function sandboxInsteadOfResend(sandboxUrl: string): Variables {
  return {
    RESEND_API_KEY: 're_sandbox',
    RESEND_BASE_URL: `${sandboxUrl}/resend`,
    MAIL_FROM: 'Fernway <hello@fernway.example>',
  }
}

function withoutEmpty(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
}
