import { createECDH } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EnvError, envKeys, parseEnv } from './env.ts'

const key = Buffer.alloc(32, 1).toString('base64')
const otherKey = Buffer.alloc(32, 2).toString('base64')
const least = {
  DATABASE_URL: 'postgresql://relink@localhost:5432/relink',
  PLAID_CLIENT_ID: 'id',
  PLAID_SECRET: 'hush-hush',
  RESEND_API_KEY: 're_hush',
  MAIL_FROM: 'Fernway <hello@fernway.example>',
  AUTH_SECRET: 'sixteen characters at least',
  TOKEN_KEYS: `k1:${key}`,
}

const curve = createECDH('prime256v1')
curve.setPrivateKey(Buffer.alloc(32, 5))
const vapid = {
  publicKey: curve.getPublicKey('base64url'),
  privateKey: Buffer.alloc(32, 5).toString('base64url'),
}
const vapidKeys = {
  VAPID_PUBLIC_KEY: vapid.publicKey,
  VAPID_PRIVATE_KEY: vapid.privateKey,
  VAPID_SUBJECT: 'mailto:support@fernway.example',
}

describe('the environment', () => {
  it('needs little and has a sensible value for the rest', () => {
    const env = parseEnv(least)
    expect(env.APP_URL).toBe('http://localhost:3000')
    expect(env.PLAID_BASE_URL).toBe('https://sandbox.plaid.com')
    expect(env.PLAID_REDIRECT_URI).toBe('http://localhost:3000/link/oauth')
    expect(env.TOKEN_KEYS).toEqual([{ id: 'k1', key: Buffer.alloc(32, 1) }])
    expect(env.RELINK_ROLE).toBe('all')
  })

  it.each([
    [{ DATABASE_URL: '' }, 'DATABASE_URL is missing'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be a postgresql:// address'],
    [{ PORT: 'three' }, 'PORT must be a port number'],
    [{ APP_URL: 'localhost:3000' }, 'APP_URL must be an http or https address'],
    [{ APP_URL: 'https://a.example/relink' }, 'APP_URL must be an http or https address without a path or a query'],
    [{ APP_URL: 'https://a.example?x=1' }, 'APP_URL must be an http or https address without a path or a query'],
    [{ APP_URL: 'https://a.example/#x' }, 'APP_URL must be an http or https address without a path or a query'],
    [{ PLAID_ENV: 'development' }, 'PLAID_ENV must be sandbox or production'],
    [{ PLAID_CLIENT_NAME: 'x'.repeat(31) }, 'PLAID_CLIENT_NAME must have 30 characters at most'],
    [{ PLAID_REDIRECT_URI: 'https://a.example/x?y=1' }, 'PLAID_REDIRECT_URI must have no query'],
    [{ PLAID_PRODUCTS: 'Transactions' }, 'PLAID_PRODUCTS must be Plaid’s product names'],
    [{ PLAID_PRODUCTS: 'transactions,payments' }, 'PLAID_PRODUCTS must be Plaid’s product names'],
    [{ PLAID_PRODUCTS: 'balance' }, 'PLAID_PRODUCTS must be Plaid’s product names'],
    [{ PLAID_COUNTRY_CODES: 'US,JP' }, 'PLAID_COUNTRY_CODES must be codes of countries where Plaid has banks (AT, BE'],
    [{ TOKEN_KEYS: 'k1:tooshort' }, 'TOKEN_KEYS must be id:base64key pairs'],
    [{ TOKEN_KEYS: `k1:${otherKey},k1:${key}` }, 'TOKEN_KEYS has one id twice; each key needs an id of its own'],
    [{ RELINK_ROLE: 'boss' }, 'RELINK_ROLE must be web, worker or all'],
    [{ PLAID_ENV: 'production', PLAID_BASE_URL: 'http://localhost:3100/plaid' }, 'PLAID_BASE_URL must not be set'],
    [{ RESEND_API_KEY: '' }, 'RESEND_API_KEY is missing, and so is SMTP_URL; without one of them no mail can be sent.'],
    [{ SMTP_URL: 'mail.example.com:25' }, 'SMTP_URL must be a mail server'],
    [{ SMTP_URL: 'smtp://' }, 'SMTP_URL must be a mail server'],
    [{ RECONNECT_MODE: 'popup' }, 'RECONNECT_MODE must be link or hosted'],
    [{ UPDATE_TOKEN: 'access' }, 'UPDATE_TOKEN must be link_token or public_token'],
    [{ UPDATE_TOKEN: 'public_token' }, 'PLAID_PUBLIC_KEY is missing'],
    [{ RECONNECT_LINK_DAYS: '90' }, 'RECONNECT_LINK_DAYS must be 30 days at most'],
    [{ RECONNECT_REQUIRES_SIGN_IN: 'yes' }, 'RECONNECT_REQUIRES_SIGN_IN must be true or false'],
    [{ RECONNECT_MEANWHILE: 'x'.repeat(201) }, 'RECONNECT_MEANWHILE must have 200 characters at most'],
    [{ SUPPORT_EMAIL: 'help desk' }, 'SUPPORT_EMAIL must be an e-mail address'],
    [{ MAIL_FROM: 'Fernway' }, 'MAIL_FROM must be an address'],
    [{ RESEND_WEBHOOK_SECRET: 'hush' }, 'RESEND_WEBHOOK_SECRET must be the signing secret'],
    [{ VAPID_PUBLIC_KEY: vapid.publicKey }, 'VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT go together'],
    [{ ...vapidKeys, VAPID_SUBJECT: 'support' }, 'VAPID_SUBJECT must be a mailto: or https: address'],
    [{ ...vapidKeys, VAPID_PRIVATE_KEY: 'short' }, 'VAPID_PRIVATE_KEY must be a private key'],
    [
      { ...vapidKeys, VAPID_PRIVATE_KEY: Buffer.alloc(32, 7).toString('base64url') },
      'VAPID_PUBLIC_KEY must be the other half of VAPID_PRIVATE_KEY',
    ],
  ])('stops at %o and says what is expected', (wrong, sentence) => {
    expect(() => parseEnv({ ...least, ...wrong })).toThrow(EnvError)
    expect(() => parseEnv({ ...least, ...wrong })).toThrow(sentence)
  })

  it('takes the address of a site as people write it, and what Plaid knows', () => {
    const given = { APP_URL: 'https://Relink.example.com/', PLAID_PRODUCTS: 'auth, transactions' }
    const env = parseEnv({ ...least, ...given, PLAID_COUNTRY_CODES: 'US,CA' })
    expect(env.APP_URL).toBe('https://relink.example.com')
    expect(env.PLAID_PRODUCTS).toEqual(['auth', 'transactions'])
    expect(env.PLAID_COUNTRY_CODES).toEqual(['US', 'CA'])
  })

  it('takes a mail server in Resend’s place', () => {
    const { RESEND_API_KEY: _, ...rest } = least
    expect(parseEnv({ ...rest, SMTP_URL: 'smtp://mail.example.com' }).SMTP_URL).toBe('smtp://mail.example.com')
  })

  it('has browser messages only with all three keys of them', () => {
    expect(parseEnv(least).VAPID).toBeNull()
    expect(parseEnv({ ...least, ...vapidKeys }).VAPID).toEqual({ ...vapid, subject: vapidKeys.VAPID_SUBJECT })
  })

  it('never puts a value into its message', () => {
    expect(() => parseEnv({ ...least, TOKEN_KEYS: 'k1:hush-hush' })).not.toThrow(/hush/)
  })

  it('has a line in .env.example for each key, and no other besides the one that only `npm start` reads', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
    const named = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name)
    expect(named.toSorted()).toEqual([...envKeys, 'SANDBOX_PORT'].toSorted())
  })
})
