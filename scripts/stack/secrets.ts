import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import webPush from 'web-push'
import { z } from 'zod'
import { dataFolder } from './folders.ts'

const Secrets = z.object({
  databasePassword: z.string(),
  authSecret: z.string(),
  tokenKeys: z.string(),
  resendWebhookSecret: z.string(),
  vapidPublicKey: z.string(),
  vapidPrivateKey: z.string(),
})
export type Secrets = z.infer<typeof Secrets>

/** The secrets that this checkout made for itself: once, and kept where only its owner can read them. */
export function keptSecrets(): Secrets {
  const file = join(dataFolder, 'secrets.json')
  const kept = existsSync(file) ? Secrets.partial().parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
  const whole = Secrets.safeParse(kept)
  if (whole.success) return whole.data
  // An older version knew fewer of them; those that it made stay.
  const secrets = { ...newSecrets(), ...kept }
  mkdirSync(dataFolder, { recursive: true })
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return secrets
}

/** Secrets for a stack that is thrown away. */
export function newSecrets(): Secrets {
  const vapid = webPush.generateVAPIDKeys()
  return {
    databasePassword: randomBytes(24).toString('base64url'),
    authSecret: randomBytes(32).toString('base64'),
    tokenKeys: `k1:${randomBytes(32).toString('base64')}`,
    resendWebhookSecret: `whsec_${randomBytes(24).toString('base64')}`,
    vapidPublicKey: vapid.publicKey,
    vapidPrivateKey: vapid.privateKey,
  }
}
