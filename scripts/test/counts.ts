import { readFileSync } from 'node:fs'
import { z } from 'zod'

const VitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })
const StoriesReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

export type Counts = { passed: number; failed: number }

/** What Vitest's JSON report counted. */
export function countsOfVitest(file: string): Counts {
  const report = VitestReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { passed: report.numPassedTests, failed: report.numFailedTests }
}

/** What Playwright's JSON report counted. */
export function countsOfStories(file: string): Counts {
  const { expected, unexpected, flaky } = StoriesReport.parse(JSON.parse(readFileSync(file, 'utf8'))).stats
  return { passed: expected, failed: unexpected + flaky }
}

/** The line that a run ends with. */
export function countsLine(counts: Counts[]): string {
  const sum = (key: keyof Counts) => counts.reduce((total, each) => total + each[key], 0)
  return `${sum('passed')} passed, ${sum('failed')} failed`
}
