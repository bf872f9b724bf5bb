import { basename, join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { completeVariables } from '../stack/environment.ts'
import { logFolder } from '../stack/folders.ts'
import { startSandbox } from '../stack/sandbox-process.ts'
import { newSecrets } from '../stack/secrets.ts'
import { sandboxUrlKey } from './sandbox-client.ts'
import { createTestDatabase } from './test-database.ts'

// Runs before a feature test file is loaded: the file gets a database and a sandbox that are its own, and modules
// that read the environment at import find it complete.
const appUrl = 'http://localhost:3000'
const name = basename(expect.getState().testPath ?? 'feature', '.ts')

const [databaseUrl, sandbox] = await Promise.all([
  createTestDatabase(),
  startSandbox({
    port: 0,
    appUrl,
    logFile: join(logFolder, 'tests', `sandbox-${name}.log`),
    retryDelaysMs: [50, 100, 200, 400, 800, 1600],
  }),
])
process.once('exit', () => sandbox.kill('SIGKILL'))

const addresses = { appUrl, appPort: 3000, sandboxUrl: sandbox.url, databaseUrl }
Object.assign(process.env, completeVariables({}, newSecrets(), addresses), {
  LOG_LEVEL: 'silent',
  API_KEY: 'a key of a host product, long enough',
  [sandboxUrlKey]: sandbox.url,
})

afterAll(() => sandbox.stop())
