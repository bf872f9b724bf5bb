// The load generator: a process of its own, so that its work does not stop the one that measures. It takes a job by
// message, sends its requests over so many connections as fast as they are answered, and reports.
import { Agent, request } from 'node:http'
import type { LoadJob, LoadReport, LoadRequest } from './loader.ts'

process.on('message', (job: LoadJob) => void perform(job))

async function perform(job: LoadJob): Promise<void> {
  // Connections are opened before the clock starts and end with the job: an idle one may be closed under our hands.
  const agent = new Agent({ keepAlive: true, maxSockets: job.connections })
  const opening = Array.from({ length: job.connections }, () => send(agent, job.openWith, {}))
  await Promise.all(opening)
  const report: LoadReport = { seconds: 0, latenciesMs: [], statuses: {} }
  const left = job.requests.values()
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: job.connections }, () => walk(left, agent, job.url, report)))
  report.seconds = (performance.now() - startedAt) / 1000
  agent.destroy()
  process.send?.(report)
}

async function walk(left: Iterable<LoadRequest>, agent: Agent, url: string, report: LoadReport): Promise<void> {
  for (const each of left) {
    const sentAt = performance.now()
    const status = await send(agent, url, each)
    report.latenciesMs.push(performance.now() - sentAt)
    report.statuses[status] = (report.statuses[status] ?? 0) + 1
  }
}

/** One request, until its answer is read to the end. A connection that breaks counts as status 0. */
function send(agent: Agent, url: string, { body, signature }: LoadRequest): Promise<number> {
  const headers = body && {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'plaid-verification': signature,
  }
  return new Promise((resolve) => {
    const sent = request(url, { agent, method: body ? 'POST' : 'GET', ...(headers && { headers }) }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
      answer.once('error', () => resolve(0))
    })
    sent.once('error', () => resolve(0))
    sent.end(body)
  })
}
