import { Configuration, PlaidApi } from 'plaid'
import { onTestFinished } from 'vitest'
import { listen, type RunningSandbox } from '../listen.ts'
import { parseOptions, type SandboxOptions } from '../options.ts'

export type TestSandbox = RunningSandbox & {
  /** Plaid's own client, pointed here. */
  plaid: PlaidApi
  /** Posts to /control. */
  control: (path: string, body?: object) => Promise<Response>
}

/** A sandbox on a free port, in memory, that ends with the test. */
export async function runSandbox(options: Partial<SandboxOptions> = {}, now?: () => Date): Promise<TestSandbox> {
  const running = await listen({ ...parseOptions({}), port: 0, retryDelaysMs: [], ...options }, now)
  onTestFinished(() => running.close())
  const { plaidClientId, plaidSecret } = running.sandbox.options
  const headers = { 'PLAID-CLIENT-ID': plaidClientId, 'PLAID-SECRET': plaidSecret }
  return {
    ...running,
    plaid: new PlaidApi(new Configuration({ basePath: `${running.url}/plaid`, baseOptions: { headers } })),
    control: (path, body = {}) =>
      fetch(`${running.url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) }),
  }
}
