import { db } from '#lib/adapters/db/client.ts'
import type { JobHandlers } from '#lib/adapters/queue/jobs.ts'
import { queue } from '#lib/adapters/queue/queue.ts'
import { sandboxClient } from '../sandbox-client.ts'
import { repair } from './acts.ts'
import { makeChance } from './chance.ts'
import { judge, openJudgement } from './judge.ts'
import { planOutages } from './outages.ts'
import { populate } from './populate.ts'
import { type MonthReport, reportMonth } from './report.ts'
import { planTroubles } from './troubles.ts'
import { type VirtualJob, virtualQueue } from './virtual-queue.ts'
import { planWishes } from './wishes.ts'
import { dayMs, isSmall, makeAgenda, minuteMs, type World } from './world.ts'

/** Clocks change in this month on both sides of the Atlantic. */
const from = Date.UTC(2027, 2, 1)
const days = 30
/** How late a worker that has much to do gets to a job. */
const shortestDelayMs = 1_000
const longestDelayMs = 5 * minuteMs
/** Where few people are, most of the time goes into looking what is due. */
const longestDelayOfFewMs = 9 * minuteMs

export type MonthRun = { report: MonthReport; jobs: Partial<Record<string, number>>; failing: number; seconds: number }

/**
 * Lives through a month in fast time: events and jobs are worked off in the order of a clock of our own, by the
 * handlers that a worker has, against the sandbox.
 * @param onDay is told which day is over
 */
export async function liveAMonth(
  handlers: JobHandlers,
  { people, seed }: { people: number; seed: number },
  onDay: (day: number) => void,
): Promise<MonthRun> {
  const startedAt = performance.now()
  const world: World = {
    people: [],
    outages: [],
    browsers: new Map(),
    agenda: makeAgenda(),
    chance: makeChance(seed),
    sandbox: sandboxClient(),
    from,
    until: from + days * dayMs,
  }
  await queue()
  await liftOwnLimits()
  await populate(world, people)
  for (const plan of [planTroubles, planOutages, planWishes]) plan(world)
  const judgement = openJudgement()
  const jobs = virtualQueue(handlers)
  const latest = isSmall(world) ? longestDelayOfFewMs : longestDelayMs
  let day = 0
  for (let now = from; ; ) {
    const next = await jobs.nextAt()
    const nextAt = Math.min(world.agenda.nextAt(), next.job, next.sweep)
    if (nextAt >= world.until) break
    now = Math.max(now, nextAt) + world.chance.between(shortestDelayMs, latest)
    await letHappen(world, now)
    if (next.sweep <= now) await handlers['sweep-items']({}, new Date(now))
    await workUntilQuiet(world, jobs, now, () => judge(world, judgement, now))
    for (; day < Math.floor((now - from) / dayMs); day++) onDay(day + 1)
  }
  const report = await reportMonth(world, judgement)
  const seconds = (performance.now() - startedAt) / 1000
  return { report, jobs: jobs.runs, failing: jobs.failing(), seconds }
}

async function letHappen({ agenda }: World, until: number): Promise<void> {
  while (agenda.nextAt() <= until) {
    const happening = agenda.take()
    await happening?.act(happening.at)
  }
}

type Jobs = ReturnType<typeof virtualQueue>

async function workUntilQuiet(world: World, jobs: Jobs, at: number, onSent: () => Promise<void>): Promise<void> {
  const now = new Date(at)
  for (;;) {
    const due = await disturb(world, jobs, await jobs.due(now), at)
    if (due.length === 0) return
    await jobs.work(due, now)
    if (due.some(({ name }) => name === 'send-attempt')) await onSent()
  }
}

const seen = new Set<string>()
const lateShare = 0.06
const healedShare = 0.05
const latestMs = 45 * minuteMs

/** Right before a send some workers are busy, and some Items heal without a word. */
async function disturb(world: World, jobs: Jobs, due: VirtualJob[], at: number): Promise<VirtualJob[]> {
  const { chance } = world
  const left: VirtualJob[] = []
  for (const job of due) {
    const isNew = job.name === 'send-attempt' && !seen.has(job.id)
    seen.add(job.id)
    if (isNew && chance.happens(lateShare)) {
      await jobs.postpone(job.id, new Date(at + chance.between(minuteMs, latestMs)))
      continue
    }
    if (isNew && chance.happens(healedShare)) await healOneOf(world, job, at)
    left.push(job)
  }
  return left
}

async function healOneOf(world: World, { data }: VirtualJob, at: number): Promise<void> {
  const attemptId = typeof data === 'object' && data !== null && 'attemptId' in data ? String(data.attemptId) : ''
  const notice = await db().notice.findFirst({
    where: { message: { attempts: { some: { id: attemptId } } } },
    select: { incident: { select: { itemId: true } } },
  })
  const item = world.people
    .flatMap(({ items }) => items)
    .find(({ itemId, trouble }) => itemId === notice?.incident.itemId && trouble && !trouble.isHidden)
  if (item) await repair(world, item, 'silently', at)
}

/** Our limits on calls to Plaid go by the real clock, so here their counters never fill; they are still written. */
async function liftOwnLimits(): Promise<void> {
  await db().$executeRaw`
    CREATE FUNCTION never_fill() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.points := 0; RETURN NEW; END'`
  await db().$executeRaw`
    CREATE TRIGGER never_fill BEFORE INSERT OR UPDATE ON rate_limits FOR EACH ROW EXECUTE FUNCTION never_fill()`
}
