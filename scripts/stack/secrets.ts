import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dataFolder } from './folders.ts'

const Secrets = z.object({ databasePassword: z.string(), authSecret: z.string(), tokenKeys: z.string() })
export type Secrets = z.infer<typeof Secrets>

/** The secrets that this checkout made for itself: once, and kept where only its owner can read them. */
export function keptSecrets(): Secrets {
  const file = join(dataFolder, 'secrets.json')
  if (existsSync(file)) return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')))
  const secrets = newSecrets()
  mkdirSync(dataFolder, { recursive: true })
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return secrets
}

/** Secrets for a stack that is thrown away. */
export function newSecrets(): Secrets {
  return {
    databasePassword: randomBytes(24).toString('base64url'),
    authSecret: randomBytes(32).toString('base64'),
    tokenKeys: `k1:${randomBytes(32).toString('base64')}`,
  }
}
