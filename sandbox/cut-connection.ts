import { ServerResponse } from 'node:http'
import { z } from 'zod'

const bindings = z.object({ outgoing: z.instanceof(ServerResponse) })

/**
 * Ends a request without an answer, as a network that fails in the middle does.
 * @param environment what `@hono/node-server` gives with each request
 */
export function cutConnection(environment: unknown): void {
  bindings.parse(environment).outgoing.destroy()
}
