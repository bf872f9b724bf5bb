import type { LoadReport } from './loader.ts'

export type Figures = { perSecond: number; p99Ms: number }

/** Throughput and the latency that one request in a hundred exceeds, over all reports together. */
export function figuresOf(reports: LoadReport[]): Figures {
  const latencies = reports.flatMap(({ latenciesMs }) => latenciesMs).toSorted((left, right) => left - right)
  const seconds = reports.reduce((sum, report) => sum + report.seconds, 0)
  return {
    perSecond: latencies.length / seconds,
    p99Ms: latencies[Math.ceil(latencies.length * 0.99) - 1] ?? Number.NaN,
  }
}

/** `1234/s p99 12.3 ms` */
export function showFigures({ perSecond, p99Ms }: Figures): string {
  return `${perSecond.toFixed(0)}/s p99 ${p99Ms.toFixed(1)} ms`
}

/** How many requests were answered with this status. */
export function answered(reports: LoadReport[], status: number): number {
  return reports.reduce((sum, { statuses }) => sum + (statuses[status] ?? 0), 0)
}
