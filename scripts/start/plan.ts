import { join } from 'node:path'
import { completeVariables, keylessParts, readVariables, type Variables } from '../stack/environment.ts'
import { repositoryFolder } from '../stack/folders.ts'
import { keptSecrets } from '../stack/secrets.ts'
import { Obstacle } from '../stack/steps.ts'

export type Plan = ReturnType<typeof readPlan>

/** What this start will run, from the environment and `.env`. */
export function readPlan() {
  const given = readVariables(join(repositoryFolder, '.env'), process.env)
  const keyless = keylessParts(given)
  const appPort = portOf(given, 'PORT', 3000)
  const sandboxPort = portOf(given, 'SANDBOX_PORT', 3100)
  const local = { appUrl: `http://localhost:${appPort}`, appPort, sandboxUrl: `http://localhost:${sandboxPort}` }
  return {
    givenDatabaseUrl: given.DATABASE_URL,
    isPlaidKeyless: keyless.plaid,
    isMailKeyless: keyless.mail,
    needsSandbox: keyless.plaid || keyless.mail,
    hasExamples: keyless.examples,
    appPort,
    sandboxPort,
    appUrl: given.APP_URL ?? local.appUrl,
    // Without keys it is somebody trying it out: nobody else on the network should meet the sandbox's open doors.
    host: keyless.plaid || keyless.mail ? '127.0.0.1' : '0.0.0.0',
    resendWebhookSecret: () => given.RESEND_WEBHOOK_SECRET ?? keptSecrets().resendWebhookSecret,
    variablesWith: (databaseUrl: string) => completeVariables(given, keptSecrets(), { ...local, databaseUrl }),
  }
}

function portOf(given: Variables, key: string, byDefault: number): number {
  const port = Number(given[key] ?? byDefault)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new Obstacle(`${key} must be a port number from 1 to 65535.`)
}
