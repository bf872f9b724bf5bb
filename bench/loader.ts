import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { closeAtEnd } from './place.ts'

/** With a body it is posted and signed, without one it is a GET. */
export type LoadRequest = { body?: string; signature?: string }
export type LoadJob = { url: string; connections: number; requests: LoadRequest[]; openWith: string }
export type LoadReport = { seconds: number; latenciesMs: number[]; statuses: Record<string, number> }

const Report: z.ZodType<LoadReport> = z.object({
  seconds: z.number(),
  latenciesMs: z.array(z.number()),
  statuses: z.record(z.string(), z.number()),
})

/** Starts the load generator. Its process does one job at a time. */
export function startLoader(): (job: LoadJob) => Promise<LoadReport> {
  const script = fileURLToPath(new URL('load.ts', import.meta.url))
  const child = fork(script, { serialization: 'advanced', execArgv: [] })
  closeAtEnd(() => child.kill())
  const gone = once(child, 'exit').then(() => Promise.reject(new Error('The load generator ended.')))
  gone.catch(() => undefined) // it does end, when we are done with it
  return async (job) => {
    child.send(job)
    const [message] = await Promise.race([once(child, 'message'), gone])
    return Report.parse(message)
  }
}
