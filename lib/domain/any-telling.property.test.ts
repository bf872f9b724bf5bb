import fc from 'fast-check'
import { describe, it } from 'vitest'
import { dayMs, hourMs, minuteMs } from './durations.ts'
import type { NoticeKind } from './notice.ts'
import { defaultNoticeRules, type NoticeRules } from './notice-rules.ts'
import { firstStep, nextStep, type ScheduledStep } from './notice-schedule.ts'
import { decideTelling, mostTopics, type Reach, type Telling, type WaitingNotice } from './telling.ts'

type Trouble = Exclude<NoticeKind, 'repaired'>
type Act =
  | { type: 'break'; item: number; kind: Trouble; endsInDays: number | null }
  | { type: 'heal' | 'hold' | 'let_go' | 'bank_goes_down' | 'bank_comes_back'; item: number }
  | { type: 'choose'; reach: Reach }
type Story = { startAt: number; timeZone: string; rules: NoticeRules; acts: { at: number; act: Act }[] }

// Times around which the clocks of the place change; Samoa leaves out a day.
const places = fc.constantFrom(
  ['Europe/Berlin', '2026-03-26'],
  ['Europe/Berlin', '2026-10-22'],
  ['America/New_York', '2026-03-05'],
  ['America/New_York', '2026-10-29'],
  ['Australia/Lord_Howe', '2026-10-01'],
  ['Australia/Lord_Howe', '2026-04-02'],
  ['America/St_Johns', '2026-03-05'],
  ['Pacific/Chatham', '2026-04-02'],
  ['Pacific/Apia', '2011-12-27'],
  ['Asia/Kolkata', '2026-06-01'],
  ['UTC', '2026-06-01'],
)

const item = fc.nat(4)
const someReach: fc.Arbitrary<Reach> = fc.record({
  email: fc.constantFrom('yes', 'unwanted', 'bounced', 'complained'),
  push: fc.constantFrom('yes', 'unwanted', 'none'),
})
const breaks: fc.Arbitrary<Act> = fc.record({
  type: fc.constant('break'),
  item,
  kind: fc.constantFrom('broken', 'broken', 'ends_soon', 'access_revoked', 'cannot_return'),
  endsInDays: fc.option<number>(fc.nat(20)),
})
const others: fc.Arbitrary<Act> = fc.record({
  type: fc.constantFrom('heal', 'heal', 'hold', 'let_go', 'bank_goes_down', 'bank_comes_back'),
  item,
})
const acts = fc.oneof(
  { weight: 5, arbitrary: breaks },
  { weight: 5, arbitrary: others },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('choose'), reach: someReach }) },
)
// Much happens within minutes, some of it days later.
const gap = fc.oneof(fc.nat(20), fc.nat(10 * 60), fc.nat(8 * 24 * 60))

const someRules: fc.Arbitrary<NoticeRules> = fc.record({
  graceMs: fc.constantFrom(0, 10 * minuteMs, hourMs),
  reminderDays: fc.constantFrom([3, 7, 14, 21], [1, 2], []),
  endsSoonDays: fc.constantFrom([7, 2], [1], []),
  mostPerDay: fc.constantFrom(1, 1, 2, 5),
  mostPerWeek: fc.constantFrom(1, 3, 7),
  quietHours: fc.constantFrom(
    defaultNoticeRules.quietHours,
    { fromMinute: 60, untilMinute: 150 },
    { fromMinute: 600, untilMinute: 540 },
    null,
  ),
  tellsRepaired: fc.boolean(),
})

const story: fc.Arbitrary<Story> = fc
  .record({
    place: places,
    startMinute: fc.nat(6 * 24 * 60),
    rules: fc.oneof(fc.constant(defaultNoticeRules), someRules),
    drawn: fc.array(fc.tuple(gap, acts), { minLength: 1, maxLength: 16 }),
  })
  .map(({ place: [timeZone = 'UTC', day = ''], startMinute, rules, drawn }) => {
    const startAt = Date.parse(day) + startMinute * minuteMs
    let at = startAt
    const timed = drawn.map(([minutes, act]) => {
      at += minutes * minuteMs
      return { at, act }
    })
    return { startAt, timeZone, rules, acts: timed }
  })

type Item = { trouble: Trouble | null; incident: number; wasTold: boolean; isHeld: boolean; isDown: boolean }
type Waiting = WaitingNotice & ScheduledStep & { item: number }

/** One person with five Items, as the shell would keep them, without a database. */
class World {
  items: Item[] = Array.from({ length: 5 }, () => ({
    trouble: null,
    incident: 0,
    wasTold: false,
    isHeld: false,
    isDown: false,
  }))
  waiting: Waiting[] = []
  toldAt: Date[] = []
  lastStepAt = new Map<string, number>()
  reach: Reach = { email: 'yes', push: 'none' }
  made = 0
  decisions = 0
  readonly story: Story

  constructor(told: Story) {
    this.story = told
  }

  decide(now: number): Telling {
    const { rules, timeZone } = this.story
    const notices = this.waiting.map((notice) => ({ ...notice, heldBy: this.holdOn(notice) }))
    const toldAt = this.toldAt.filter((told) => told.getTime() > now - 7 * dayMs)
    return decideTelling({ notices, toldAt, timeZone, reach: this.reach, now: new Date(now), rules })
  }

  holdOn(notice: Waiting): 'admin' | 'outage' | null {
    const { isHeld, isDown } = this.itemOf(notice)
    if (isHeld) return 'admin'
    return isDown ? 'outage' : null
  }

  itemOf({ item: index }: { item: number }): Item {
    const found = this.items[index]
    if (!found) throw new Error(`there is no Item ${index}`)
    return found
  }

  leave(index: number, kind: NoticeKind, step: ScheduledStep, now: number): void {
    this.made += 1
    const incidentId = `${index}/${this.itemOf({ item: index }).incident}`
    const createdAt = new Date(now)
    this.waiting.push({
      noticeId: `n${this.made}`,
      incidentId,
      item: index,
      kind,
      heldBy: null,
      quietUntil: null,
      createdAt,
      ...step,
    })
  }

  silence(index: number): void {
    this.waiting = this.waiting.filter((notice) => notice.item !== index)
  }

  apply(act: Act, now: number): void {
    switch (act.type) {
      case 'choose':
        this.reach = act.reach
        break
      case 'break':
        this.break(act, now)
        break
      case 'heal':
        this.heal(act.item, now)
        break
      case 'hold':
      case 'let_go':
        this.itemOf(act).isHeld = act.type === 'hold'
        break
      case 'bank_goes_down':
      case 'bank_comes_back':
        this.itemOf(act).isDown = act.type === 'bank_goes_down'
    }
  }

  break({ item: index, kind, endsInDays }: Extract<Act, { type: 'break' }>, now: number): void {
    const found = this.itemOf({ item: index })
    if (found.trouble === kind) return
    if (found.trouble === null) {
      found.incident += 1
      found.wasTold = false
    }
    found.trouble = kind
    this.silence(index)
    const endsAt = endsInDays === null ? null : new Date(now + endsInDays * dayMs)
    this.leave(index, kind, firstStep(kind, { at: new Date(now), endsAt }, this.story.rules), now)
  }

  heal(index: number, now: number): void {
    const found = this.itemOf({ item: index })
    if (found.trouble === null) return
    found.trouble = null
    this.silence(index)
    if (!found.wasTold || !this.story.rules.tellsRepaired) return
    this.leave(index, 'repaired', firstStep('repaired', { at: new Date(now), endsAt: null }, this.story.rules), now)
  }

  /** Does what is decided until it is to wait; answers until when. */
  carryOn(now: number): number | null {
    for (;;) {
      this.decisions += 1
      const telling = this.decide(now)
      switch (telling.type) {
        case 'nothing':
          must(this.waiting.length === 0, 'something waits, and nothing is decided about it')
          return null
        case 'wait':
          this.checkWait(telling, now)
          return telling.until?.getTime() ?? null
        case 'drop':
          this.checkDrop(telling, now)
          this.take(telling.noticeIds)
          break
        case 'tell':
          this.checkTell(telling, now)
          this.send(this.take(telling.noticeIds), now)
      }
    }
  }

  take(noticeIds: string[]): Waiting[] {
    const taken = this.waiting.filter(({ noticeId }) => noticeIds.includes(noticeId))
    must(taken.length > 0, 'a decision is about nothing')
    must(taken.length === noticeIds.length, 'a decision names a notice twice, or one that is gone')
    this.waiting = this.waiting.filter((notice) => !taken.includes(notice))
    return taken
  }

  send(taken: Waiting[], now: number): void {
    this.toldAt.push(new Date(now))
    for (const notice of taken) {
      this.itemOf(notice).wasTold = true
      this.lastStepAt.set(`${notice.incidentId}/${notice.kind}`, now)
      const next = nextStep(notice.kind, notice, new Date(now), this.story.rules)
      if (next) this.leave(notice.item, notice.kind, next, now)
    }
  }

  checkTell({ noticeIds, channels }: Extract<Telling, { type: 'tell' }>, now: number): void {
    const { rules, timeZone } = this.story
    const within = (windowMs: number) => this.toldAt.filter((told) => told.getTime() > now - windowMs).length
    must(within(dayMs) < rules.mostPerDay, 'a person is told too often in a day')
    must(within(7 * dayMs) < rules.mostPerWeek, 'a person is told too often in a week')
    must(!isQuiet(now, timeZone, rules), 'a person is woken')
    must(channels.includes('email') === (this.reach.email === 'yes'), 'mail goes against the person’s wish')
    must(channels.includes('push') === (this.reach.push === 'yes'), 'a browser message goes against the person’s wish')
    must(channels.length > 0, 'a message goes nowhere')
    must(noticeIds.length <= mostTopics, 'a message is endless')
    const told = this.waiting.filter(({ noticeId }) => noticeIds.includes(noticeId))
    for (const notice of told) this.checkTopic(notice, now)
    const left = this.dueNow(now).filter(({ noticeId }) => !noticeIds.includes(noticeId))
    must(left.length === 0 || noticeIds.length === mostTopics, 'something that is due is left out')
  }

  checkTopic(notice: Waiting, now: number): void {
    const { trouble } = this.itemOf(notice)
    must(notice.kind === (trouble ?? 'repaired'), `${notice.kind} is told of an Item that is ${trouble ?? 'healthy'}`)
    must(this.holdOn(notice) === null, 'something held is told')
    const earlyBy = notice.dueAt.getTime() - now
    must(earlyBy <= (notice.number > 1 ? dayMs : 0), 'something is told too early')
    const before = this.lastStepAt.get(`${notice.incidentId}/${notice.kind}`)
    must(notice.number === 1 || before === undefined || now - before >= dayMs, 'a step follows within a day')
  }

  checkDrop({ noticeIds, reason }: Extract<Telling, { type: 'drop' }>, now: number): void {
    for (const notice of this.waiting.filter(({ noticeId }) => noticeIds.includes(noticeId))) {
      if (reason === 'too_late') {
        must(
          notice.kind === 'repaired' && now - notice.createdAt.getTime() >= dayMs,
          'something is dropped as too late',
        )
      } else {
        must(!this.isReachable(), 'something is dropped for a person who can be reached')
        must(notice.dueAt.getTime() <= now && this.holdOn(notice) === null, 'something not due is dropped')
      }
    }
  }

  checkWait({ until, reasons }: Extract<Telling, { type: 'wait' }>, now: number): void {
    const { rules, timeZone, startAt } = this.story
    must(reasons.length === this.waiting.length, 'something waits without a reason')
    if (until === null) {
      must(
        this.waiting.every((notice) => this.holdOn(notice) !== null),
        'something that is not held waits for ever',
      )
      return
    }
    must(until.getTime() > now, 'to wait until now is to wait for nothing')
    const before = this.decide(until.getTime() - 1)
    must(before.type === 'wait' && before.until?.getTime() === until.getTime(), `another answer comes before ${until}`)
    const due = this.dueNow(now)
    const isAllowed = now >= startAt && this.isReachable() && this.isInBudget(now) && !isQuiet(now, timeZone, rules)
    if (due.length === 0 || !isAllowed) return
    must(until.getTime() <= now + rules.graceMs, 'something that could go waits for longer than a grace time')
    const expects = this.waiting.some(({ number, dueAt }) => number === 1 && dueAt.getTime() === until.getTime())
    must(expects || this.waiting.some(({ kind }) => kind === 'repaired'), 'something that could go waits for nobody')
  }

  dueNow(now: number): Waiting[] {
    return this.waiting.filter((notice) => notice.dueAt.getTime() <= now && this.holdOn(notice) === null)
  }

  isReachable(): boolean {
    return this.reach.email === 'yes' || this.reach.push === 'yes'
  }

  isInBudget(now: number): boolean {
    const within = (windowMs: number) => this.toldAt.filter((told) => told.getTime() > now - windowMs).length
    return within(dayMs) < this.story.rules.mostPerDay && within(7 * dayMs) < this.story.rules.mostPerWeek
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The wall's clock by a way of its own. */
function isQuiet(now: number, timeZone: string, { quietHours }: NoticeRules): boolean {
  if (!quietHours) return false
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  clocks.set(timeZone, clock)
  const [hour = 0, minute = 0] = clock.format(now).split(':').map(Number)
  const wall = hour * 60 + minute
  const { fromMinute, untilMinute } = quietHours
  const isInside = (from: number, until: number) => wall >= from && wall < until
  return fromMinute < untilMinute ? isInside(fromMinute, untilMinute) : !isInside(untilMinute, fromMinute)
}

// Vitest's own expect, called half a million times, would take longer than all the rest.
function must(isSo: boolean, complaint: string): void {
  if (!isSo) throw new Error(complaint)
}

/** Lives through a story and looks again only when it was said to; answers how often a decision was needed. */
function live(told: Story): World {
  const world = new World(told)
  let until: number | null = null
  for (const { at, act } of told.acts) {
    while (until !== null && until < at) until = world.carryOn(until)
    world.apply(act, at)
    until = world.carryOn(at)
  }
  const end = Math.max(...told.acts.map(({ at }) => at))
  for (const index of world.items.keys()) {
    world.apply({ type: 'let_go', item: index }, end)
    world.apply({ type: 'bank_comes_back', item: index }, end)
  }
  until = world.carryOn(end)
  while (until !== null) {
    until = world.carryOn(until)
    must(world.decisions < 60 + told.acts.length * 4 + world.made * 8, 'decisions do not come to an end')
  }
  must(world.waiting.length === 0, 'something is neither told nor dropped in the end')
  return world
}

describe('any history of a person with five banks that break and heal, are down, are held, and of what the person wants', () => {
  it('keeps to budget, sleep, truth and wishes, leaves nothing waiting for ever, and never wakes up for nothing', () => {
    const runs = 3_000
    let [messages, notices, decisions] = [0, 0, 0]
    fc.assert(
      fc.property(story, (told) => {
        const world = live(told)
        messages += world.toldAt.length
        notices += world.made
        decisions += world.decisions
      }),
      { numRuns: runs },
    )
    const sums = `${notices} notices, ${messages} messages, ${decisions} decisions`
    process.stdout.write(`shows: telling: ${runs} histories, ${sums}, no rule broken\n`)
  }, 30_000)
})
