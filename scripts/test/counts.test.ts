import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { countsLine, countsOfStories, countsOfVitest } from './counts.ts'

function reportFile(report: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'relink-report-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'report.json'), JSON.stringify(report))
  return join(folder, 'report.json')
}

it('the last line sums what both runners report', () => {
  const vitest = countsOfVitest(reportFile({ numPassedTests: 400, numFailedTests: 0, numPendingTests: 2 }))
  const stories = countsOfStories(reportFile({ stats: { expected: 12, unexpected: 0, flaky: 0, skipped: 1 } }))
  expect(countsLine([vitest, stories])).toBe('412 passed, 0 failed')
})

it('a story that passes only sometimes has failed', () => {
  expect(countsOfStories(reportFile({ stats: { expected: 1, unexpected: 0, flaky: 1 } })).failed).toBe(1)
})
