import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { sweepItems } from '#lib/features/items/sweep-items.ts'
import { inTurns } from '../../scripts/testing/in-turns.ts'
import { type KnownItem, linkManyItems } from '../../scripts/testing/link-many.ts'
import { settled, startWorker, stopRelink } from '../../scripts/testing/relink.ts'
import { sandboxClient } from '../../scripts/testing/sandbox-client.ts'
import { openWebhookDoor, type WebhookDoor } from '../../scripts/testing/webhook-door.ts'

const sandbox = sandboxClient()
const itemCount = 500
const atOnce = 10
const patienceMs = 60_000
// Shorter than the longest delay: what is said of one act arrives during the next.
const betweenActsMs = 2_500
// Slower than our own limit on calls to Plaid.
const sweptWithinMs = 8_000
// What happens to an Item, act by act; how many of a hundred Items have this life.
const lives = [
  { share: 55, acts: [] },
  { share: 10, acts: ['false_alarm', 'false_alarm'] },
  { share: 10, acts: ['break'] },
  { share: 11, acts: ['break', 'heal'] },
  { share: 8, acts: ['break', 'heal', 'break'] },
  { share: 6, acts: ['break', 'heal', 'break', 'heal'] },
] as const

type Act = (typeof lives)[number]['acts'][number]
type Breakage = { from: number; to: number }
type Story = KnownItem & { acts: readonly Act[]; errorCode: string; breakages: Breakage[] }

let door: WebhookDoor

beforeAll(async () => {
  door = await openWebhookDoor()
  await startWorker()
})
afterAll(async () => {
  door.close()
  await stopRelink()
})

it('no breakage is missed and none invented, although webhooks are lost, repeated, late and in any order', async () => {
  const startedAt = performance.now()
  const stories = (await linkManyItems({ count: itemCount, webhook: door.url })).map(tell)
  await sandbox.startChaos({ dropShare: 0.3, repeatShare: 0.3, shuffle: true, maxDelayMs: 3_000, seed: 20_261_122 })
  for (const round of [0, 1, 2, 3]) {
    await inTurns(stories, atOnce, (story) => perform(story, story.acts[round]))
    await sleep(betweenActsMs)
    // What has arrived is applied before the next act, so that repairs meet open incidents; the rest comes later.
    const arrived = () => db().webhookDelivery.count({ where: { outcome: 'pending' } })
    await expect.poll(arrived, { timeout: patienceMs, interval: 100 }).toBe(0)
    // In life more than a minute passes between them, and Plaid may be asked again.
    await db().rateLimit.deleteMany()
  }
  await expect.poll(async () => (await sandbox.chaos()).waiting, { timeout: patienceMs, interval: 200 }).toBe(0)
  await settled(patienceMs)
  const wrongBefore = wrongStates(stories, await statesOfItems())

  await sweep()
  await settled(patienceMs)

  const incidents = await incidentsOfItems()
  const confirmed = await confirmedBroken()
  const mails = await mailsOf(stories)
  const { counts } = await sandbox.chaos()
  const wrongAfter = wrongStates(stories, await statesOfItems())
  const brokenNow = stories.filter(isBroken)
  const open = incidents.filter(({ closedAt }) => closedAt === null)
  const onceBroken = stories.filter(({ breakages }) => breakages.length > 0)
  const toHealthy = mails.filter(({ wasBroken }) => !wasBroken)
  const told = [
    `${stories.length} Items, ${stories.flatMap(({ breakages }) => breakages).length} breakages of ${onceBroken.length} Items`,
    `${counts?.sent} webhooks: ${counts?.dropped} dropped, ${counts?.repeated} repeated`,
    `states unlike Plaid's: ${wrongBefore.length} before the sweep, ${wrongAfter.length} after`,
    `open incidents ${open.length}, broken Items ${brokenNow.length}`,
    `all incidents ${incidents.length}, Items that Plaid called broken when asked ${confirmed.length}`,
    `mails ${mails.length}, to healthy Items ${toHealthy.length}`,
    `${((performance.now() - startedAt) / 1000).toFixed(0)} s`,
  ]
  process.stdout.write(`shows: chaos: ${told.join('; ')}\n`)

  expect(wrongAfter).toEqual([])
  expect(sorted(open.map(({ itemId }) => itemId))).toEqual(sorted(brokenNow.map(({ itemId }) => itemId)))
  // All of it happens within an hour: whatever breaks again reopens its incident.
  expect(sorted(incidents.map(({ itemId }) => itemId))).toEqual(sorted(confirmed))
  const trulyBroken = new Set(onceBroken.map(({ itemId }) => itemId))
  expect(confirmed.filter((itemId) => !trulyBroken.has(itemId))).toEqual([])
  expect(toHealthy).toEqual([])
  expect(new Set(mails.map(({ email }) => email)).size).toBe(mails.length)
  const mailed = new Set(mails.map(({ email }) => email))
  expect(brokenNow.filter(({ email }) => !mailed.has(email))).toEqual([])
}, 180_000)

/** One sweep, at a time when nothing was heard of the Items for so long that all of them are due. */
async function sweep(): Promise<void> {
  const sweptAt = new Date()
  await db().item.updateMany({ data: { nextCheckAt: sweptAt } })
  expect(await sweepItems(sweptAt, sweptWithinMs, itemCount)).toBe(itemCount)
  const unasked = () => db().item.count({ where: { checkedAt: { lt: sweptAt } } })
  await expect.poll(unasked, { timeout: patienceMs, interval: 200 }).toBe(0)
}

/** Gives an Item its life. The Items come in no order, so a plain count deals the lives out evenly. */
function tell(item: KnownItem, index: number): Story {
  let place = index % 100
  const life = lives.find(({ share }) => {
    place -= share
    return place < 0
  })
  const errorCode = index % 7 === 0 ? 'ACCESS_NOT_GRANTED' : 'ITEM_LOGIN_REQUIRED'
  return { ...item, acts: life?.acts ?? [], errorCode, breakages: [] }
}

async function perform({ plaidItemId, errorCode, breakages }: Story, act: Act | undefined): Promise<void> {
  switch (act) {
    case 'break':
      breakages.push({ from: Date.now(), to: Number.POSITIVE_INFINITY })
      await sandbox.breakItem(plaidItemId, { errorCode })
      return
    case 'heal': {
      await sandbox.repair(plaidItemId)
      const last = breakages.at(-1)
      if (last) last.to = Date.now()
      return
    }
    case 'false_alarm': {
      const error = { error_type: 'ITEM_ERROR', error_code: errorCode, error_message: '', display_message: null }
      await sandbox.sendWebhook(plaidItemId, { webhook_type: 'ITEM', webhook_code: 'ERROR', error })
      return
    }
    case undefined:
      return
  }
}

function isBroken({ breakages }: Story): boolean {
  return breakages.at(-1)?.to === Number.POSITIVE_INFINITY
}

async function statesOfItems(): Promise<Map<string, string>> {
  const items = await db().item.findMany({ select: { id: true, state: true } })
  return new Map(items.map(({ id, state }) => [id, state]))
}

function wrongStates(stories: Story[], states: Map<string, string>): Story[] {
  const brokenState = (code: string) => (code === 'ACCESS_NOT_GRANTED' ? 'consent_needed' : 'login_required')
  return stories.filter(
    (story) => states.get(story.itemId) !== (isBroken(story) ? brokenState(story.errorCode) : 'healthy'),
  )
}

function incidentsOfItems(): Promise<{ itemId: string; closedAt: Date | null }[]> {
  return db().incident.findMany({ select: { itemId: true, closedAt: true } })
}

/** The Items of which Plaid ever said, when we asked, that they are broken. */
async function confirmedBroken(): Promise<string[]> {
  const checks = await db().historyEntry.findMany({
    where: { kind: 'checked', NOT: { detail: { path: ['found'], equals: 'no_error' } } },
    select: { itemId: true },
    distinct: ['itemId'],
  })
  return checks.map(({ itemId }) => itemId)
}

/** Each mail, with whether its Item was broken at any time between the start of its job and its arrival. */
async function mailsOf(stories: Story[]): Promise<{ email: string; wasBroken: boolean }[]> {
  const attempts = new Map((await db().attempt.findMany()).map((attempt) => [attempt.id, attempt]))
  return (await sandbox.mails()).map(({ to, at, idempotencyKey }) => {
    const startedAt = attempts.get(idempotencyKey ?? '')?.settledAt?.getTime() ?? Number.NaN
    const story = stories.find(({ email }) => to.includes(email))
    const breakages = story?.breakages ?? []
    return {
      email: to.join(),
      wasBroken: breakages.some(({ from, to: end }) => from <= Date.parse(at) && end >= startedAt),
    }
  })
}

function sorted(ids: string[]): string[] {
  return ids.toSorted()
}
