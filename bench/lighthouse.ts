import lighthouse from 'lighthouse'

/** Scores are of 100; `shift` is Lighthouse's cumulative layout shift. */
export type Figures = Record<
  'performance' | 'accessibility' | 'bestPractices' | 'seo' | 'lcpMs' | 'tbtMs' | 'shift',
  number
>
/** `lost` names what cost points. */
export type Audit = { figures: Figures; lost: string[] }

/**
 * Relink tells search engines to keep out, because a reconnect link is a key (app/layout.tsx). Lighthouse takes a third
 * of the SEO score for that, so this one audit is left out. All others count.
 */
export const skippedAudits = ['is-crawlable']

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr']

/** Runs Lighthouse once as it comes: a mid-range phone on slow 4G, with empty storage. */
export async function auditPage(url: string, debuggingPort: number): Promise<Audit> {
  const run = await lighthouse(url, {
    port: debuggingPort,
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    skipAudits: skippedAudits,
  })
  if (!run) throw new Error('Lighthouse gave no result.')
  const { lhr } = run
  if (lhr.runtimeError) throw new Error(`Lighthouse stopped: ${lhr.runtimeError.message}`)
  const figures = {
    performance: scoreOf(lhr, 'performance'),
    accessibility: scoreOf(lhr, 'accessibility'),
    bestPractices: scoreOf(lhr, 'best-practices'),
    seo: scoreOf(lhr, 'seo'),
    lcpMs: measureOf(lhr, 'largest-contentful-paint'),
    tbtMs: measureOf(lhr, 'total-blocking-time'),
    shift: measureOf(lhr, 'cumulative-layout-shift'),
  }
  return { figures, lost: lostIn(lhr) }
}

function scoreOf({ categories }: Result, category: string): number {
  const score = categories[category]?.score
  // There is none when one of its audits failed to run.
  if (typeof score !== 'number') throw new Error(`Lighthouse gave no score for ${category}.`)
  return Math.round(score * 100)
}

function measureOf({ audits }: Result, id: string): number {
  const value = audits[id]?.numericValue
  if (value === undefined) throw new Error(`Lighthouse did not measure ${id}.`)
  return value
}

function lostIn({ categories, audits }: Result): string[] {
  return Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
    .flatMap(({ id }) => audits[id] ?? [])
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, score, title, displayValue }) => `${id} ${Math.round((score ?? 0) * 100)}: ${displayValue ?? title}`)
}
