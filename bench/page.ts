import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { freePort } from '../scripts/stack/ports.ts'
import { browserExecutable } from '../scripts/testing/browser.ts'
import { linkIn } from '../scripts/testing/link-in.ts'
import { auditPage, type Figures, skippedAudits } from './lighthouse.ts'
import { type Script, weighScripts } from './page-scripts.ts'
import { closeAtEnd, type Place } from './place.ts'

const floors = { performance: 95, accessibility: 100, bestPractices: 100, seo: 100 }
const mostOwnKb = 45
const mostShift = 0.01
// Of the seed: her First Platypus Bank works.
const person = 'marguerite@example.org'
const bank = 'ins_109508'
const pollMs = 100
const patienceMs = 30_000

/** How light and how good the page is that our mails lead to, on a phone: Lighthouse's scores, and our JavaScript. */
export async function page(place: Place, { runs }: { runs: number }): Promise<void> {
  const url = await reconnectLink(place)
  const debuggingPort = await freePort()
  const executablePath = await browserExecutable()
  // Lighthouse comes in by this port.
  const args = [`--remote-debugging-port=${debuggingPort}`]
  const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) })
  closeAtEnd(() => browser.close())
  const ownKb = showScripts(await weighScripts(browser, url, place.build))
  console.log(`  Lighthouse without ${skippedAudits.join(', ')}: that search engines are kept out is on purpose`)
  const all: Figures[] = []
  for (let run = 1; run <= runs; run++) {
    const { figures, lost } = await auditPage(url, debuggingPort)
    all.push(figures)
    console.log([`  run ${run}: ${showFigures(figures)}`, ...lost].join('\n    '))
  }
  const medians = mediansOf(all)
  console.log(`page: ${showFigures(medians)}; ${ownKb.toFixed(1)} kB of JavaScript ours (medians of ${runs})`)
  const missed = missedFloors(medians, ownKb)
  if (missed.length > 0) throw new Error(`The page misses its floors: ${missed.join('; ')}.`)
}

/** The link in the mail to a person whose bank has stopped: one with a logo and accounts, so that the page is whole. */
async function reconnectLink({ freshDatabase, startServer, seed, sandbox, appUrl }: Place): Promise<string> {
  const databaseUrl = await freshDatabase('page')
  await startServer(databaseUrl, 'all')
  await seed(databaseUrl)
  const { items } = await sandbox.state()
  const item = items.find(({ institutionId, state }) => institutionId === bank && state === 'healthy')
  if (!item) throw new Error('Nobody has a bank that could break.')
  await sandbox.breakItem(item.itemId)
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(pollMs)) {
    const [mail] = await sandbox.mails(person)
    if (mail) return linkIn(mail, `${appUrl}/reconnect/`)
  }
  throw new Error('No mail came; see .data/logs/bench.')
}

/** Answers how many kB are ours. */
function showScripts(scripts: Script[]): number {
  const kB = (some: Script[]) => some.reduce((sum, { bytes }) => sum + bytes, 0) / 1000
  for (const script of scripts.toSorted((one, other) => other.bytes - one.bytes)) {
    const size = kB([script]).toFixed(1).padStart(6)
    console.log(`  ${script.name.padEnd(28)} ${size} kB ${script.isNexts ? "Next's own" : 'ours'}`)
  }
  const ours = kB(scripts.filter(({ isNexts }) => !isNexts))
  const all = kB(scripts)
  const parts = `${(all - ours).toFixed(1)} kB Next's own, ${ours.toFixed(1)} kB ours`
  console.log(`  JavaScript, gzip: ${all.toFixed(1)} kB, of them ${parts}`)
  return ours
}

function showFigures({ performance, accessibility, bestPractices, seo, lcpMs, tbtMs, shift }: Figures): string {
  const scores = `performance ${performance}, accessibility ${accessibility}, best practices ${bestPractices}, SEO ${seo}`
  return `${scores}; LCP ${(lcpMs / 1000).toFixed(2)} s, TBT ${tbtMs.toFixed(0)} ms, CLS ${shift.toFixed(3)}`
}

/** The median of each figure by itself. */
function mediansOf(all: Figures[]): Figures {
  const median = (name: keyof Figures) => {
    const sorted = all.map((figures) => figures[name]).toSorted((one, other) => one - other)
    return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
  }
  return {
    performance: median('performance'),
    accessibility: median('accessibility'),
    bestPractices: median('bestPractices'),
    seo: median('seo'),
    lcpMs: median('lcpMs'),
    tbtMs: median('tbtMs'),
    shift: median('shift'),
  }
}

function missedFloors(medians: Figures, ownKb: number): string[] {
  const { performance, accessibility, bestPractices, seo, shift } = medians
  return [
    performance < floors.performance && `performance ${performance}, at least ${floors.performance}`,
    accessibility < floors.accessibility && `accessibility ${accessibility}, at least ${floors.accessibility}`,
    bestPractices < floors.bestPractices && `best practices ${bestPractices}, at least ${floors.bestPractices}`,
    seo < floors.seo && `SEO ${seo}, at least ${floors.seo}`,
    shift > mostShift && `CLS ${shift.toFixed(3)}, at most ${mostShift}`,
    ownKb > mostOwnKb && `${ownKb.toFixed(1)} kB of JavaScript ours, at most ${mostOwnKb}`,
  ].filter((missed) => missed !== false)
}
