import { serve } from '@hono/node-server'
import type { SandboxOptions } from './options.ts'
import type { Sandbox } from './sandbox.ts'
import { createSandbox } from './server.ts'

export type RunningSandbox = { url: string; sandbox: Sandbox; close: () => Promise<void> }

/** Opens a sandbox and listens on this machine only. Rejects when the port is taken. */
export async function listen(options: SandboxOptions, now?: () => Date): Promise<RunningSandbox> {
  const { sandbox, fetch, close } = await createSandbox(options, now)
  const server = serve({ fetch, hostname: '127.0.0.1', port: options.port })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : options.port)
    })
  })
  return {
    url: `http://localhost:${port}`,
    sandbox,
    async close() {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await close()
    },
  }
}
