import { afterAll, expect, it } from 'vitest'
import { defaultNoticeRules } from '#lib/domain/notice-rules.ts'
import { env } from '#lib/env.ts'
import { liveAMonth } from '../../scripts/testing/month/live-a-month.ts'
import { showMonth } from '../../scripts/testing/month/report.ts'
import { monthWish, takeUsualRules } from '../../scripts/testing/month/settings.ts'
import { stopRelink } from '../../scripts/testing/relink.ts'
import { handlers } from './handlers.ts'

const { people, seed, isBench } = monthWish()
takeUsualRules()

afterAll(stopRelink)

it('in a month of breakages nobody is told too much, at night, or of what is not so', async () => {
  expect(env().noticeRules).toEqual(defaultNoticeRules)
  const { report, jobs, failing, seconds } = await liveAMonth(handlers, { people, seed }, (day) => {
    if (isBench) process.stdout.write(`  day ${day}\n`)
  })
  const lines = [
    ...showMonth(report),
    `jobs ${JSON.stringify(jobs)}, failing at the end ${failing}; ${seconds.toFixed(0)} s`,
  ]
  process.stdout.write(
    isBench ? `month:\n${lines.map((line) => `  ${line}\n`).join('')}` : `shows: month: ${lines.join('; ')}\n`,
  )
  expect(report.wrong).toEqual([])
  expect(report.untold).toEqual([])
  expect(report.atNight).toBe(0)
  expect(report.mostPerDay).toBeLessThanOrEqual(defaultNoticeRules.mostPerDay)
  expect(report.mostPerWeek).toBeLessThanOrEqual(defaultNoticeRules.mostPerWeek)
  expect(report.sent).toBeGreaterThan(people / 4)
}, 3_600_000)
