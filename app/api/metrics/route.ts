import { readMetrics } from '#lib/features/operations/read-metrics.ts'

/** Metrics of this process, for Prometheus. */
export async function GET(): Promise<Response> {
  const { contentType, text } = await readMetrics()
  return new Response(text, { headers: { 'Content-Type': contentType } })
}
