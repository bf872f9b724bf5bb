import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Place } from './place.ts'
import { signWebhooks } from './webhooks.ts'

const warmUps = 10
const pollMs = 15
const patienceMs = 30_000

/** What the app's log says of its steps, at level debug; `time` is when a step was over. */
const Line = z.object({
  time: z.number(),
  ms: z.number().default(0),
  job: z.string().optional(),
  call: z.string().optional(),
  msg: z.string(),
})
type Line = z.infer<typeof Line>

/** The steps in their order; each lasts until the next begins. */
const steps = [
  'webhook answered',
  'picked up',
  'asked Plaid, applied',
  'picked up again',
  'told person',
  'picked up once more',
  'truth checked',
  'rendered',
  'provider took it',
] as const
type Run = { totalMs: number; stepsMs: number[] }

/** From a webhook to a mail that the provider has taken, one at a time: how long it takes, and each step of it. */
export async function pipeline(place: Place, { mails }: { mails: number }): Promise<void> {
  const itemIds = await place.linkItems(mails + warmUps)
  const databaseUrl = await place.freshDatabase('pipeline')
  const lines: Line[] = []
  await place.startServer(databaseUrl, 'all', {
    logLevel: 'debug',
    onLine: (text) => {
      const line = Line.safeParse(parseJson(text))
      if (line.success) lines.push(line.data)
    },
  })
  const runs: Run[] = []
  for (const itemId of itemIds) {
    lines.length = 0
    runs.push(await runOnce(place, itemId, lines))
  }
  show(runs.slice(warmUps))
}

async function runOnce(place: Place, itemId: string, lines: Line[]): Promise<Run> {
  const { sandbox, appUrl } = place
  await sandbox.breakItem(itemId, { silent: true })
  await sandbox.emptyMailbox()
  const [webhook] = await signWebhooks(place, [itemId], 1)
  if (!webhook) throw new Error('nothing was signed')
  const sentAt = Date.now()
  const answer = await fetch(`${appUrl}/api/plaid/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'plaid-verification': webhook.signature },
    body: webhook.body,
  })
  const answeredAt = Date.now()
  if (answer.status !== 200) throw new Error(`The webhook was answered ${answer.status}.`)
  const until = answeredAt + patienceMs
  // Mails are looked for rarely, so that looking does not slow what is measured; their own time says when they came.
  while (!lines.some(({ job }) => job === 'send-attempt')) {
    if (Date.now() > until) throw new Error('No mail came; see .data/logs/bench.')
    await sleep(pollMs)
  }
  const [mail] = await sandbox.mails()
  if (!mail) throw new Error('The job ended without a mail.')
  return readRun(lines, { sentAt, answeredAt, takenAt: Date.parse(mail.at) })
}

function readRun(
  lines: Line[],
  { sentAt, answeredAt, takenAt }: Record<'sentAt' | 'answeredAt' | 'takenAt', number>,
): Run {
  const job = (name: string) => find(lines, ({ job: named }) => named === name)
  const [apply, tell, send] = [job('apply-webhook'), job('tell-person'), job('send-attempt')]
  const rendering = find(lines, ({ msg }) => msg === 'mail: rendering')
  const provided = find(lines, ({ msg }) => msg === 'mail: provider answered')
  const begun = ({ time, ms }: Line) => time - ms
  const marks = [
    sentAt,
    answeredAt,
    begun(apply),
    apply.time,
    begun(tell),
    tell.time,
    begun(send),
    rendering.time,
    begun(provided),
    takenAt,
  ]
  return { totalMs: takenAt - sentAt, stepsMs: marks.slice(1).map((mark, index) => mark - (marks[index] ?? mark)) }
}

function find(lines: Line[], is: (line: Line) => boolean): Line {
  const found = lines.find(is)
  if (!found) throw new Error('A step has left no line in the log; see .data/logs/bench.')
  return found
}

function show(runs: Run[]): void {
  const parts = steps.map((name, index) => {
    const all = runs.map(({ stepsMs }) => stepsMs[index] ?? Number.NaN)
    return `  ${name.padEnd(24)} median ${at(all, 0.5)} ms, p99 ${at(all, 0.99)} ms`
  })
  console.log(parts.join('\n'))
  const totals = runs.map(({ totalMs }) => totalMs)
  console.log(`pipeline: ${runs.length} webhooks to mails, median ${at(totals, 0.5)} ms, p99 ${at(totals, 0.99)} ms`)
}

function at(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // Next's own lines are none of ours
  }
}
