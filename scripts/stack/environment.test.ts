import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parseEnv } from '#lib/env.ts'
import { completeVariables, keylessParts, readVariables } from './environment.ts'
import { newSecrets } from './secrets.ts'

const addresses = {
  appUrl: 'http://localhost:3000',
  appPort: 3000,
  sandboxUrl: 'http://localhost:3100',
  databaseUrl: 'postgresql://relink@127.0.0.1:54329/relink',
}

describe('the settings of a start', () => {
  it('without any key are complete, and the sandbox stands in for Plaid and Resend', () => {
    const env = parseEnv(completeVariables({}, newSecrets(), addresses))
    expect(env.PLAID_BASE_URL).toBe('http://localhost:3100/plaid')
    expect(env.RESEND_BASE_URL).toBe('http://localhost:3100/resend')
    expect(env.ADMIN_EMAILS).toEqual(['admin@example.com'])
  })

  it('with Plaid’s keys are Plaid’s, and nobody becomes an administrator by default', () => {
    const given = { PLAID_CLIENT_ID: 'id', PLAID_SECRET: 'secret' }
    const env = parseEnv(completeVariables(given, newSecrets(), addresses))
    expect(env.PLAID_BASE_URL).toBe('https://sandbox.plaid.com')
    expect(env.ADMIN_EMAILS).toEqual([])
    expect(env.RESEND_API_KEY).toBe('re_sandbox')
  })

  it('with a mail server of one’s own leave the sandbox’s mailbox aside, and name its sender to push services', () => {
    const given = { SMTP_URL: 'smtp://mail.example.com', MAIL_FROM: 'Fernway <hello@fernway.com>' }
    expect(keylessParts(given).mail).toBe(false)
    const env = parseEnv(completeVariables(given, newSecrets(), addresses))
    expect(env.RESEND_API_KEY).toBeUndefined()
    expect(env.RESEND_WEBHOOK_SECRET).toBeUndefined()
    expect(env.VAPID?.subject).toBe('mailto:hello@fernway.com')
  })

  it('bring example people only while no mail to them can leave this machine', () => {
    expect(keylessParts({}).examples).toBe(true)
    expect(keylessParts({ RESEND_API_KEY: 're_mine' })).toEqual({ plaid: true, mail: false, examples: false })
    expect(keylessParts({ SMTP_URL: 'smtp://mail.example.com' }).examples).toBe(false)
    expect(keylessParts({ PLAID_SECRET: 'secret' }).examples).toBe(false)
  })

  it('with a VAPID pair of one’s own use that one', () => {
    const [own, other] = [newSecrets(), newSecrets()]
    const given = { VAPID_PUBLIC_KEY: own.vapidPublicKey, VAPID_PRIVATE_KEY: own.vapidPrivateKey }
    const subject = { VAPID_SUBJECT: 'mailto:support@fernway.com' }
    const env = parseEnv(completeVariables({ ...given, ...subject }, other, addresses))
    expect(env.VAPID).toMatchObject({ publicKey: own.vapidPublicKey, subject: subject.VAPID_SUBJECT })
    expect(() => parseEnv(completeVariables(given, other, addresses))).toThrow('set all three, or none')
  })

  it('with half of Plaid’s keys are not the sandbox’s: the other half is missed by name', () => {
    expect(keylessParts({ PLAID_SECRET: 'secret' }).plaid).toBe(false)
    const variables = completeVariables({ PLAID_SECRET: 'secret' }, newSecrets(), addresses)
    expect(() => parseEnv(variables)).toThrow('PLAID_CLIENT_ID')
  })

  it('come from .env unless the environment says otherwise, and empty ones count as absent', () => {
    const folder = mkdtempSync(join(tmpdir(), 'relink-env-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, '.env'), 'PORT=3001\nLOG_LEVEL=warn\nPLAID_SECRET=\n')
    expect(readVariables(join(folder, '.env'), { PORT: '3002', RESEND_API_KEY: '' })).toEqual({
      PORT: '3002',
      LOG_LEVEL: 'warn',
    })
    expect(readVariables(join(folder, 'none'), {})).toEqual({})
  })
})
