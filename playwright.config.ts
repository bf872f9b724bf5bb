import { defineConfig } from '@playwright/test'
import { freePort } from './scripts/stack/ports.ts'
import { browserExecutable } from './scripts/testing/browser.ts'

// Workers load this file again and inherit what the first load chose.
process.env.RELINK_URL ??= `http://localhost:${await freePort()}`
process.env.SANDBOX_URL ??= `http://localhost:${await freePort()}`
const executablePath = await browserExecutable()
if (executablePath) process.env.RELINK_BROWSER = executablePath

const reportFile = process.env.RELINK_STORIES_REPORT

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './scripts/testing/stories-run.ts',
  workers: 3, // a story waits half of its time
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000, // a busy machine takes five times as long as an idle one
  expect: { timeout: 10_000, toPass: { timeout: 20_000 } },
  reporter: reportFile ? [['list'], ['json', { outputFile: reportFile }]] : [['list']],
  use: {
    baseURL: process.env.RELINK_URL,
    trace: 'off', // a tenth of the whole time; `--trace on` keeps one
    screenshot: 'only-on-failure',
    ...(executablePath && { launchOptions: { executablePath } }),
  },
  projects: [
    { name: 'setup', testMatch: '*.setup.ts' },
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } }, dependencies: ['setup'] },
    {
      name: 'phone',
      grep: /@phone/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      dependencies: ['setup'],
    },
  ],
})
