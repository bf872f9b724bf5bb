import { setTimeout as sleep } from 'node:timers/promises'
import { type SandboxMail, sandboxClient, sandboxUrlKey } from '../testing/sandbox-client.ts'

export const relinkUrl = process.env.APP_URL ?? 'http://localhost:3000'
export const sandbox = sandboxClient(process.env[sandboxUrlKey] ?? 'http://localhost:3100')
export const patienceMs = 20_000

/** Stops with one sentence when there is nothing to take pictures of. */
export async function requireRunning(): Promise<void> {
  try {
    await Promise.all([fetch(`${relinkUrl}/api/health/ready`), sandbox.state()])
  } catch {
    console.error(`Nobody answers at ${relinkUrl} and ${sandbox.url}: run \`npm start\` without keys first.`)
    process.exit(1)
  }
}

/** The first mail to an address that was not there before `cause`. */
export async function mailAfter(to: string, cause: () => Promise<unknown>): Promise<SandboxMail> {
  const known = new Set((await sandbox.mails(to)).map(({ id }) => id))
  await cause()
  return until(`a mail to ${to}`, async () => (await sandbox.mails(to)).find(({ id }) => !known.has(id)))
}

/** Looks again until there is something to see. */
export async function until<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(250)) {
    const found = await look()
    if (found !== undefined) return found
  }
  throw new Error(`Waited ${patienceMs} ms for ${what}; \`npm start -- --fresh\` begins with tidy data.`)
}
